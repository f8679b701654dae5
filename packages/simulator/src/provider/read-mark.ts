import type { JsonObject } from "@parley/messaging";
import { z } from "zod";
import type { ReadMark } from "../mark-read.ts";
import { simulatorLimits } from "../limits.ts";
import { type Reading, readWith } from "./reading.ts";
import { product } from "./send-request.ts";

const readMarkSchema = z.object({
  messaging_product: product,
  status: z.literal("read", "must be read."),
  message_id: z.string("must be a string.").min(1).max(simulatorLimits.nameLength),
  typing_indicator: z.object({ type: z.literal("text", "must be text.") }).optional(),
});

/** Reads the mark that a message was read, with or without a typing indicator (Cloud API, mark messages as read; typing indicators). */
export function readReadMark(body: JsonObject): Reading<Omit<ReadMark, "phoneNumberId">> {
  const reading = readWith(readMarkSchema, body);
  if (!reading.isValid) return reading;
  const { message_id: messageId, typing_indicator: typing } = reading.value;
  return { isValid: true, value: { messageId, isTyping: typing !== undefined } };
}

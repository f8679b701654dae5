import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { textFrom1To } from "./sized-text.ts";

/** A text message with every expression resolved (WhatsApp node page, Text). */
export const textMessageSchema = z.strictObject({
  type: z.literal("text"),
  body: textFrom1To(messagingLimits.textBodyLength, "is empty; WhatsApp refuses a text message without text"),
  previewUrl: z.boolean(),
});

/** A text message. */
export type TextMessage = z.infer<typeof textMessageSchema>;

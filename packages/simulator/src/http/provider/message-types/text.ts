import { messagingLimits } from "@parley/messaging";
import { z } from "zod";
import { messageType } from "./message-type.ts";

const { textBodyLength } = messagingLimits;

/** A text message (Cloud API, Messages reference, text). */
export const text = messageType({
  schema: z.object({
    text: z.object({
      body: z
        .string("must be a string.")
        .min(1, "must be at least 1 character long.")
        .max(textBodyLength, `must be at most ${textBodyLength} characters long.`),
      preview_url: z.boolean("must be a boolean.").optional(),
    }),
  }),
  textOf: (message) => message.text.body,
  isFreeForm: true,
});

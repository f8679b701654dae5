import { z } from "zod";
import { messagingLimits } from "../limits.ts";

/** A text message with every expression resolved (WhatsApp node page, Text). */
export const textMessageSchema = z.strictObject({
  type: z.literal("text"),
  body: z
    .string()
    .min(1, "is empty; WhatsApp refuses a text message without text")
    .refine((body) => body.length <= messagingLimits.textBodyLength, {
      error: (issue) =>
        `is ${String(issue.input).length} characters long; WhatsApp takes at most ${messagingLimits.textBodyLength}`,
    }),
  previewUrl: z.boolean(),
});

/** A text message. */
export type TextMessage = z.infer<typeof textMessageSchema>;

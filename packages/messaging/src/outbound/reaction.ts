import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { textFrom1To } from "./sized-text.ts";

/** A reaction to a message (Cloud API, Reaction messages). */
export const reactionMessageSchema = z.strictObject({
  type: z.literal("reaction"),
  /** The provider's id of the message. */
  messageId: textFrom1To(
    messagingLimits.providerIdLength,
    "is empty; name the message to react to, such as $(whatsapp.transId)",
  ),
  /** One emoji; empty takes the reaction away. */
  emoji: z
    .string()
    .regex(
      /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic})?$/v,
      "must be one emoji, or empty to take the reaction away",
    ),
});

/** A reaction to a message. */
export type ReactionMessage = z.infer<typeof reactionMessageSchema>;

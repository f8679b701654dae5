import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { textFrom1To } from "./sized-text.ts";

/**
 * Marks a message of the contact, and all before it, as read, and may show that the business is typing, until the next send or for 25 s (Cloud API,
 * Mark messages as read; Typing indicators). It is no message of its own: it has no id, and no receipt ever comes.
 */
export const readMarkSchema = z.strictObject({
  type: z.literal("read-mark"),
  /** The provider's id of the contact's message. */
  messageId: textFrom1To(
    messagingLimits.providerIdLength,
    "is empty; name the message that was read, such as $(whatsapp.transId)",
  ),
  showsTyping: z.boolean(),
});

/** A mark that a message was read. */
export type ReadMark = z.infer<typeof readMarkSchema>;

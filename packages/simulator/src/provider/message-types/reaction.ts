import { z } from "zod";
import { metaError } from "../meta-error.ts";
import { unlessWrong } from "../reading.ts";
import { messageType } from "./message-type.ts";
import { someText } from "./wire-text.ts";

const emojiPattern = /^(?:\p{RGI_Emoji}|\p{Emoji_Presentation}|\p{Extended_Pictographic})?$/v;

/**
 * A reaction to a message, or the end of one (Cloud API, Reaction messages: the business hears that it was sent, and neither that it was delivered
 * nor that it was read).
 */
export const reaction = messageType({
  schema: z.object({
    reaction: z.object({ message_id: someText.min(1, "must be at least 1 character long."), emoji: someText }),
  }),
  take: ({ reaction: { message_id: messageId, emoji } }, { world, to, phoneNumberId }) => {
    const details = `There is no message ${messageId} in this chat to react to.`;
    const problems = [
      emojiPattern.test(emoji)
        ? undefined
        : metaError(131009, { details: "Param reaction['emoji'] must be one emoji." }),
      world.hasMessage({ phone: to, phoneNumberId }, messageId) ? undefined : metaError(131009, { details }),
    ];
    return unlessWrong(problems, () => ({ text: emoji || "[reaction taken away]", hasSentOnly: true }));
  },
});

import { z } from "zod";
import { templateSchema } from "../fields.ts";
import type { MessageDefinition } from "./definition.ts";
import { optionalText } from "./parts.ts";

/** A reaction as drawn: to the latest message of the contact, unless another is named. Webex Connect has none such. */
export const reactionMessageConfigSchema = z.strictObject({
  type: z.literal("reaction"),
  messageId: templateSchema.default("$(whatsapp.transId)"),
  /** Empty takes the reaction away. */
  emoji: optionalText,
});

export const reaction: MessageDefinition<z.infer<typeof reactionMessageConfigSchema>> = {
  newConfig: { type: "reaction", messageId: "$(whatsapp.transId)", emoji: "👍" },
};

import { z } from "zod";
import { templateSchema } from "../fields.ts";
import type { MessageDefinition } from "./definition.ts";

/** A mark that the contact's message was read, as drawn: the latest, unless another is named. Webex Connect has none such. */
export const readMarkConfigSchema = z.strictObject({
  type: z.literal("read-mark"),
  messageId: templateSchema.default("$(whatsapp.transId)"),
  /** Whether it also shows that the business is typing, until the next send or for 25 s. */
  showsTyping: z.boolean().default(false),
});

export const readMark: MessageDefinition<z.infer<typeof readMarkConfigSchema>> = {
  newConfig: { type: "read-mark", messageId: "$(whatsapp.transId)", showsTyping: true },
};

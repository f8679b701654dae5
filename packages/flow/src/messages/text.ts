import { z } from "zod";
import { templateSchema } from "../fields.ts";
import type { MessageDefinition } from "./definition.ts";

/** A text message as drawn: the body may hold expressions (WhatsApp node page, Text). */
export const textMessageConfigSchema = z.strictObject({
  type: z.literal("text"),
  body: templateSchema.min(1, "is empty; write the text to send"),
  /** Whether WhatsApp shows a preview of the first link. */
  previewUrl: z.boolean().default(false),
});

export const text: MessageDefinition<z.infer<typeof textMessageConfigSchema>> = {
  newConfig: { type: "text", body: "", previewUrl: false },
};

import { z } from "zod";
import type { TextMessage } from "@parley/messaging";
import { templateSchema } from "../fields.ts";
import type { MessageDefinition } from "./definition.ts";

/** A text message as drawn: the body may hold expressions (WhatsApp node page, Text). */
export const textMessageConfigSchema = z.strictObject({
  type: z.literal("text"),
  body: templateSchema.min(1, "is empty; write the text to send"),
  /** Whether WhatsApp shows a preview of the first link. */
  previewUrl: z.boolean().default(false),
});

type TextMessageConfig = z.infer<typeof textMessageConfigSchema>;

export const text: MessageDefinition<TextMessageConfig, TextMessage> = {
  templates: ({ body }) => [{ field: "body", source: body }],
  resolve: ({ body, previewUrl }, resolve) => ({ type: "text", body: resolve(body), previewUrl }),
};

import { z } from "zod";
import type { MessageDefinition } from "./definition.ts";
import { headerConfigSchema, optionalText } from "./parts.ts";

/** A message with reply buttons as drawn (WhatsApp node page, Reply Buttons). */
export const replyButtonsMessageConfigSchema = z.strictObject({
  type: z.literal("reply-buttons"),
  header: headerConfigSchema.default({ type: "none" }),
  body: optionalText,
  footer: optionalText,
  /** With room above WhatsApp's three, so that a draft may hold too many while it is sorted out. */
  buttons: z
    .array(z.strictObject({ id: optionalText, title: optionalText }))
    .max(10)
    .default([]),
});

export const replyButtons: MessageDefinition<z.infer<typeof replyButtonsMessageConfigSchema>> = {
  newConfig: {
    type: "reply-buttons",
    header: { type: "none" },
    body: "",
    footer: "",
    buttons: [{ id: "", title: "" }],
  },
};

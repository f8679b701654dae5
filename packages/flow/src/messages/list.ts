import { z } from "zod";
import type { MessageDefinition } from "./definition.ts";
import { optionalText } from "./parts.ts";

/** Bounds with room above WhatsApp's own, so that a draft may hold too much while it is sorted out. */
const most = { sections: 20, rows: 50 };

/** A list message as drawn (WhatsApp node page, List Message). */
export const listMessageConfigSchema = z.strictObject({
  type: z.literal("list"),
  header: optionalText,
  body: optionalText,
  footer: optionalText,
  /** What the button that opens the list reads. */
  button: optionalText,
  sections: z
    .array(
      z.strictObject({
        title: optionalText,
        rows: z
          .array(z.strictObject({ id: optionalText, title: optionalText, description: optionalText }))
          .max(most.rows)
          .default([]),
      }),
    )
    .max(most.sections)
    .default([]),
});

export const list: MessageDefinition<z.infer<typeof listMessageConfigSchema>> = {
  newConfig: {
    type: "list",
    header: "",
    body: "",
    footer: "",
    button: "",
    sections: [{ title: "", rows: [{ id: "", title: "", description: "" }] }],
  },
};

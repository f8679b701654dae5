import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { areUnique, headerText, interactiveBody, interactiveFooter } from "./interactive.ts";
import { textFrom1To, textUpTo } from "./sized-text.ts";

const {
  listButtonLength,
  listRowDescriptionLength,
  listRowIdLength,
  listRows,
  listRowTitleLength,
  listSections,
  listSectionTitleLength,
} = messagingLimits;

const rowSchema = z.strictObject({
  /** Comes back when the row is chosen. */
  id: textFrom1To(listRowIdLength, "is empty; give the row an identifier"),
  title: textFrom1To(listRowTitleLength, "is empty; give the row a title"),
  description: textUpTo(listRowDescriptionLength),
});

const sectionSchema = z.strictObject({
  title: textUpTo(listSectionTitleLength),
  rows: z.array(rowSchema).min(1, "is empty; add a row"),
});

/** A list message: a menu behind a button (WhatsApp node page, List Message; Cloud API, List messages). */
export const listMessageSchema = z
  .strictObject({
    type: z.literal("list"),
    header: headerText,
    body: interactiveBody,
    footer: interactiveFooter,
    button: textFrom1To(listButtonLength, "is empty; say what the button that opens the list reads"),
    sections: z.array(sectionSchema).min(1, "is empty; add a section with a row").max(listSections),
  })
  .superRefine(({ sections }, context) => {
    const say = (message: string, path: (string | number)[] = ["sections"]) =>
      context.addIssue({ code: "custom", path, message });
    const rows = sections.flatMap((section) => section.rows);
    if (rows.length > listRows) say(`have ${rows.length} rows in all; WhatsApp takes at most ${listRows}`);
    if (!areUnique(rows.map(({ id }) => id))) say("have two rows with the same identifier; each needs its own");
    if (sections.length < 2) return;
    for (const [index, { title }] of sections.entries())
      if (title === "") say("is empty; with more than one section each needs a title", ["sections", index, "title"]);
  });

/** A list message. */
export type ListMessage = z.infer<typeof listMessageSchema>;

import { messagingLimits } from "@parley/messaging";
import { z } from "zod";
import { metaError } from "../../meta-error.ts";
import { lengthProblem } from "../../reading.ts";
import { wireId } from "../wire-text.ts";
import { interactiveType } from "./interactive-type.ts";

const anyText = z.string("must be a string.");

const {
  listButtonLength,
  listRowDescriptionLength,
  listRowIdLength,
  listRows,
  listRowTitleLength,
  listSections,
  listSectionTitleLength,
} = messagingLimits;

/** Meta takes a longer body than Parley, whose limit is that of the WhatsApp node page (Cloud API, List messages, since November 2025). */
const bodyLength = 4_096;

const rowSchema = z.object({ id: wireId, title: anyText, description: anyText.optional() });
type Row = z.infer<typeof rowSchema>;

/** A menu behind a button (Cloud API, List messages). */
export const list = interactiveType({
  action: z.object({
    button: anyText,
    sections: z.array(z.object({ title: anyText.optional(), rows: z.array(rowSchema) })),
  }),
  rules: { bodyLength, headers: ["text"] },
  problems: ({ button, sections }) => {
    const rows = sections.flatMap((section) => section.rows);
    const ids = rows.map(({ id }) => id);
    const refuse = (isWrong: boolean, details: string) => (isWrong ? metaError(131009, { details }) : undefined);
    const isTitled = ({ title = "" }) => title !== "";
    return [
      lengthProblem("Button text", button, { most: listButtonLength }),
      refuse(
        sections.length < 1 || sections.length > listSections,
        `Invalid sections count. Min allowed sections: 1, Max allowed sections: ${listSections}`,
      ),
      refuse(
        sections.some((section) => section.rows.length === 0),
        "Each section must have at least one row.",
      ),
      refuse(rows.length > listRows, `Total row count exceed max allowed count: ${listRows}`),
      refuse(
        sections.length > 1 && !sections.every(isTitled),
        "Section title is required if there is more than one section.",
      ),
      ...sections.map(({ title = "" }) =>
        lengthProblem("Section title", title, { least: 0, most: listSectionTitleLength }),
      ),
      ...rows.flatMap(rowProblems),
      refuse(new Set(ids).size < ids.length, "Row ids must be unique."),
    ];
  },
});

function rowProblems({ id, title, description = "" }: Row) {
  return [
    lengthProblem("Row id", id, { most: listRowIdLength }),
    lengthProblem("Row title", title, { most: listRowTitleLength }),
    lengthProblem("Row description", description, { least: 0, most: listRowDescriptionLength }),
  ];
}

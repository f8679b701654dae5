import { textOf } from "@parley/flow";
import type { BoundField } from "./bound-field.ts";

/** A field as one of a few choices, which need not be what the document holds: choosing one does something. */
export function choiceField(field: BoundField, value: string, choose: (choice: string) => void): BoundField {
  return { ...field, value, set: (next) => choose(textOf(next ?? "")) };
}

import type { Json, JsonObject } from "@parley/messaging";
import { textAt, listAt } from "../nodes/in-words.ts";

/** The operators in the order that people look for them. */
export const operators = [
  "equals",
  "equals-ignore-case",
  "not-equals",
  "contains",
  "contains-ignore-case",
  "starts-with",
  "ends-with",
  "in",
  "not-in",
  "regular-expression",
  "less-than",
  "less-than-or-equals",
  "greater-than",
  "greater-than-or-equals",
  "between",
] as const;

/** A new row on a variable, such as `$(receive.message)`. */
export function newRow(variable: string): JsonObject {
  return { variable, operator: "equals", value: "", join: "and" };
}

/** A row with another operator; what was compared with stays as far as the operator takes it. */
export function withOperator(row: Json, operator: string): JsonObject {
  const compared = comparedWith(row);
  const head = { variable: textAt(row, "variable"), operator, join: textAt(row, "join") || "and" };
  switch (operator) {
    case "in":
    case "not-in":
      return { ...head, values: compared };
    case "between":
      return { ...head, from: compared[0] ?? "", to: compared[1] ?? "" };
    default:
      return { ...head, value: compared[0] ?? "" };
  }
}

function comparedWith(row: Json): readonly string[] {
  switch (textAt(row, "operator")) {
    case "in":
    case "not-in":
      return listAt(row, "values").map((value) => (typeof value === "string" ? value : ""));
    case "between":
      return [textAt(row, "from"), textAt(row, "to")];
    default:
      return [textAt(row, "value")];
  }
}

/** A list with one item elsewhere. */
export function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}

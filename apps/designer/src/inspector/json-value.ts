import { textOf } from "@parley/flow";
import type { Json } from "@parley/messaging";

/** The kinds of values that people tell apart. */
export const kinds = ["text", "number", "boolean", "json"] as const;

/** What kind of value it is; objects, lists and null are JSON. */
export type ValueKind = (typeof kinds)[number];

/** What kind of value it is. */
export function kindOf(value: Json): ValueKind {
  if (typeof value === "string") return "text";
  if (typeof value === "number" || typeof value === "boolean") return typeof value === "number" ? "number" : "boolean";
  return "json";
}

/** How a value is written in a field of its kind. */
export function textAs(kind: ValueKind, value: Json): string {
  if (kind === "text") return typeof value === "string" ? value : JSON.stringify(value);
  return kind === "json" ? JSON.stringify(value, undefined, 2) : textOf(value);
}

/** What a text means in a field of a kind; undefined while it means nothing yet. */
export function readAs(kind: ValueKind, text: string): Json | undefined {
  if (kind === "text") return text;
  if (kind === "number") return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined;
  try {
    const value = JSON.parse(text) as Json;
    // Another kind has a field of its own, which must not take the place of this one while one types.
    return kindOf(value) === kind ? value : undefined;
  } catch {
    return undefined;
  }
}

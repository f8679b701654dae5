import { StoreError } from "../store.ts";
import type { Value } from "./unit.ts";

/**
 * How a string stands in a column of its own: as JSON writes it, without the quotes. An ordinary name stands there as it is; half a surrogate
 * pair or a NUL, which SQLite's text would lose, is escaped.
 */
export function toColumn(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The string that `toColumn` wrote. */
export function fromColumn(value: Value | undefined): string {
  const text = String(value);
  return text.includes("\\") ? fromJson(`"${text}"`) : text;
}

/** Reads a column of JSON. The type is as good as the word of whoever wrote it, which was this store. Throws `StoreError` when it is not JSON. */
export function fromJson<Content>(value: Value | undefined): Content {
  try {
    return JSON.parse(String(value)) as Content;
  } catch {
    throw new StoreError("corrupt", "A row is not JSON.");
  }
}

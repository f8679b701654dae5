import { formatPath, type Json } from "@parley/messaging";
import type { TemplateField } from "../fields.ts";
import { fixedNames } from "./definition.ts";

/** The value with every text that may hold expressions changed; the rest as it is. */
export function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, fixedNames.has(name) ? part : mapTexts(part, change)]),
  );
}

/** The texts of a value that may hold expressions, each with its path. */
export function textFields(value: Json, path: readonly (string | number)[] = []): TemplateField[] {
  if (typeof value === "string") return [{ field: formatPath(path), source: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textFields(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    fixedNames.has(name) ? [] : textFields(part, [...path, name]),
  );
}

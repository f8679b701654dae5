import type { Json } from "@parley/messaging";
import { type Template, textOf } from "./expression.ts";

/*
 * JSON with expressions in it. No value can break out of its place:
 * 1. Within quotation marks a value is written as text, escaped as JSON escapes it; an object or a list is its own JSON, as a text.
 * 2. Elsewhere it is written as JSON. A text that is itself JSON, such as a number that somebody typed or a server's answer, goes in as it stands; any other
 *    gets quotation marks.
 */

/** Whether the expressions of a text stand within quotation marks, in their order. */
export function areQuoted(template: Template): readonly boolean[] {
  let isWithin = false;
  return template.flatMap((part) => {
    if (typeof part !== "string") return [isWithin];
    for (const mark of part.matchAll(/\\.|"/gs)) if (mark[0] === '"') isWithin = !isWithin;
    return [];
  });
}

/** A value as it is written into JSON. */
export function writeInJson(value: Json, isQuoted: boolean): string {
  if (isQuoted) return JSON.stringify(textOf(value)).slice(1, -1);
  return typeof value === "string" && isJson(value) ? value : JSON.stringify(value);
}

/** Whether a text is JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

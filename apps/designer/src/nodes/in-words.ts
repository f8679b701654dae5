import { readNested } from "@parley/flow";
import type { Json } from "@parley/messaging";
import type { Texts } from "../texts/en/index.ts";

/*
 * Parts of a config in words. A config may be unfinished or wrong, so that every value is looked at before it is read; what cannot be said is left out.
 */

/** The text at a path of a config; empty where there is none. */
export function textAt(config: Json, ...path: string[]): string {
  const value = readNested(config, path);
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}

/** The list at a path of a config; empty where there is none. */
export function listAt(config: Json, ...path: string[]): readonly Json[] {
  const value = readNested(config, path);
  return Array.isArray(value) ? value : [];
}

/** The value at a path of a config; null where there is none. */
export function partAt(config: Json, ...path: string[]): Json {
  return readNested(config, path) ?? null;
}

/** The first line of a text that says anything. */
export function firstLine(text: string): string {
  return (
    text
      .split("\n")
      .find((line) => line.trim() !== "")
      ?.trim() ?? ""
  );
}

/** A text from a table of texts, or the name itself where the table has none. */
export function named(table: { readonly [name: string]: string }, name: string): string {
  return (Object.hasOwn(table, name) ? table[name] : undefined) ?? name;
}

/** Seconds in words, as `2 minutes 5 seconds`; an expression as it is; nothing for what is neither. */
export function timeInWords(seconds: Json | undefined, { nodes }: Texts): string {
  if (typeof seconds === "string") return seconds.trim();
  if (typeof seconds !== "number" || !(seconds > 0) || !Number.isFinite(seconds)) return "";
  const units = [
    [86_400, nodes.days],
    [3_600, nodes.hours],
    [60, nodes.minutes],
  ] as const;
  let rest = seconds;
  const words: string[] = [];
  for (const [size, say] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(say(count));
  }
  if (rest > 0) words.push(nodes.seconds(Math.round(rest * 1_000) / 1_000));
  return words.join(" ");
}

/** Rows of conditions in one line, as `$(receive.message) is “1” or $(receive.message) contains “track”`; nothing for no rows. */
export function conditionsInWords(rows: readonly Json[], texts: Texts): string {
  return rows
    .map((row, index) => {
      const join = index === rows.length - 1 ? "" : ` ${named(texts.nodes.joins, textAt(row, "join") || "and")} `;
      return `${conditionInWords(row, texts)}${join}`;
    })
    .join("");
}

function conditionInWords(row: Json, texts: Texts): string {
  const operator = named(texts.nodes.operators, textAt(row, "operator"));
  return `${textAt(row, "variable")} ${operator} ${comparedInWords(row, texts)}`.trim();
}

function comparedInWords(row: Json, { nodes }: Texts): string {
  switch (textAt(row, "operator")) {
    case "in":
    case "not-in":
      return listAt(row, "values")
        .map((value) => quoted(typeof value === "string" ? value : ""))
        .join(", ");
    case "between":
      return nodes.range(textAt(row, "from"), textAt(row, "to"));
    default:
      return quoted(textAt(row, "value"));
  }
}

function quoted(value: string): string {
  return `“${value}”`;
}

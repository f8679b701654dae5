import { parseTemplate } from "@parley/flow";
import type { Json } from "@parley/messaging";

/** A line of a sample: a name and its value, below the object or the list that it is in. */
export type SampleLine = {
  /** How deep it lies; 0 for the body's own fields. */
  readonly depth: number;
  /** Its name, or its index in a list. */
  readonly name: string;
  /** How a field names it: `order.items[0].sku`; undefined where no path leads to it. */
  readonly path: string | undefined;
  /** What it holds, in short; undefined for an object or a list, whose lines follow. */
  readonly value: string | undefined;
};

/** A sample that was pasted, or why it is none. */
export type Sample =
  | { readonly type: "empty" }
  | { readonly type: "wrong" }
  | { readonly type: "read"; readonly lines: readonly SampleLine[]; readonly isCut: boolean };

/** More lines nobody looks through. */
const mostLines = 300;
const shownLength = 60;

/** Reads a sample of a webhook's body: JSON, an object or a list. */
export function readSample(text: string): Sample {
  if (text.trim() === "") return { type: "empty" };
  let body: Json;
  try {
    body = JSON.parse(text) as Json;
  } catch {
    return { type: "wrong" };
  }
  return sampleOf(body, { writePath: expressionPath });
}

/** How a place is written as a field's path; undefined where it cannot be. */
type WritePath = (path: readonly string[]) => string | undefined;

/** The lines of data that was read: an object or a list. */
export function sampleOf(body: Json, { writePath }: { readonly writePath: WritePath }): Sample {
  if (typeof body !== "object" || body === null) return { type: "wrong" };
  const lines: SampleLine[] = [];
  collect(body, { path: [], writePath }, lines);
  return { type: "read", lines: lines.slice(0, mostLines), isCut: lines.length > mostLines };
}

type Place = { readonly path: readonly string[]; readonly writePath: WritePath };

function collect(value: Json, { path, writePath }: Place, lines: SampleLine[]): void {
  if (typeof value !== "object" || value === null || lines.length > mostLines) return;
  for (const [name, part] of Object.entries(value)) {
    const below = [...path, name];
    const isLeaf = typeof part !== "object" || part === null;
    lines.push({ depth: path.length, name, path: writePath(below), value: isLeaf ? shown(part) : undefined });
    collect(part, { path: below, writePath }, lines);
  }
}

/** A path as expressions take it: names of letters, digits, `_` and `-`; undefined where none leads there. */
function expressionPath(steps: readonly string[]): string | undefined {
  const path = steps.map((name, at) => (/^\d+$/.test(name) ? `[${name}]` : at === 0 ? name : `.${name}`)).join("");
  const [part, ...more] = parseTemplate(`$(${path})`);
  return typeof part === "object" && more.length === 0 ? path : undefined;
}

function shown(value: Json): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

/** A field for a value of a sample: named after the value, with a number where that is taken. */
export function fieldFor(path: string, taken: ReadonlySet<string>): { readonly name: string; readonly path: string } {
  const last = path.split(/[.[\]]+/).findLast((part) => /[A-Za-z_]/.test(part)) ?? "value";
  const name = last
    .replaceAll(/\W/g, "_")
    .replace(/^(?=\d)/, "_")
    .slice(0, 90);
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
  return { name: free, path };
}

import { parseDataPath, writeDataPath } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { type Sample, sampleOf } from "./start/sample.ts";

/** What a sample is read as. */
export type SampleFormat = "json" | "xml";

/** A sample that was read, and the value of each field in it. */
export type DataSample = { readonly sample: Sample; readonly valueOf: (path: string) => Json | undefined };

/** Reads a sample as flows read data, by the very reader that the server has; it is loaded for the first one. */
export async function readDataSample(text: string, format: SampleFormat): Promise<DataSample> {
  if (text.trim() === "") return { sample: { type: "empty" }, valueOf: () => undefined };
  const { browserPerformer } = await import("../performer/browser-performer.ts");
  const whole = [{ name: "whole", path: "$" }];
  const answer = await browserPerformer().perform(
    { type: "parse-data", format, text, fields: whole },
    { key: "sample", signal: new AbortController().signal },
  );
  const data = answer.type === "done" ? answer.values["whole"] : undefined;
  if (data === undefined) return { sample: { type: "wrong" }, valueOf: () => undefined };
  return { sample: sampleOf(data, { writePath: writeDataPath }), valueOf: (path) => valueAt(data, path) };
}

function valueAt(data: Json, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const step of parseDataPath(path) ?? []) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as { readonly [name: string]: Json })[step];
  }
  return value;
}

/** A field for a value of a sample: named after the last name on the way to it, with a number where that is taken. */
export function dataFieldFor(
  path: string,
  taken: ReadonlySet<string>,
): { readonly name: string; readonly path: string } {
  const last = parseDataPath(path)?.findLast((step) => /[A-Za-z]/.test(step)) ?? "value";
  const name = last
    .replaceAll(/\W/g, "_")
    .replace(/^[^A-Za-z]+/, "")
    .slice(0, 90);
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}_${number}`;
  return { name: free, path };
}

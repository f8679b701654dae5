import { type DataField, type DataFormat, parseDataPath, readNested } from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";
import { performerLimits } from "../limits.ts";

/** Fields by name, those that the data lacks left out, or a sentence that says why none can be given. */
export type PickedFields =
  | { readonly ok: true; readonly fields: JsonObject }
  | { readonly ok: false; readonly reason: string };

/** Picks fields from data by names and indexes, through own properties only. */
export function pickFields(data: Json, format: DataFormat, fields: readonly DataField[]): PickedFields {
  const { dataLength } = performerLimits;
  const picked = new Map<string, Json>();
  let length = 0;
  for (const { name, path } of fields) {
    const steps = parseDataPath(path);
    const value = steps === undefined ? undefined : readStepwise(data, format, steps);
    if (value === undefined) continue;
    // One large piece may be asked for under many names.
    length += JSON.stringify(value).length;
    if (length > dataLength) {
      const reason = `The fields that are picked are longer than ${dataLength.toLocaleString("en")} characters as JSON.`;
      return { ok: false, reason };
    }
    picked.set(name, value);
  }
  return { ok: true, fields: Object.fromEntries(picked) };
}

/**
 * Of XML nobody knows by one sample whether there may be several of an element, or whether it may have attributes: what stands alone is also the first of its
 * kind, and a text also its own `#text`.
 */
function readStepwise(data: Json, format: DataFormat, steps: readonly string[]): Json | undefined {
  if (format === "json") return readNested(data, steps);
  let current: Json | undefined = data;
  for (const name of steps) {
    const isItself = (name === "0" && !Array.isArray(current)) || (name === "#text" && typeof current === "string");
    if (!isItself) current = readNested(current, [name]);
  }
  return current;
}

import type { ParseDataTask, TaskAnswer } from "@parley/flow";
import { pickFields } from "./pick-fields.ts";
import { readData } from "./read-data.ts";

/** Reads text as data and picks fields of it (Data Parser node page). The answer's values are the fields by name. */
export function parseData({ format, text, fields }: ParseDataTask): TaskAnswer {
  const read = readData(format, text);
  if (!read.ok) return { type: "failed", reason: read.reason };
  const picked = pickFields(read.data, format, fields);
  return picked.ok ? { type: "done", values: picked.fields } : { type: "failed", reason: picked.reason };
}

import { type DataFormat, isShallow, flowLimits } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { performerLimits } from "../limits.ts";
import { readXml } from "./read-xml.ts";

/** A text as data, or a sentence that says why it is none. */
export type ReadData = { readonly ok: true; readonly data: Json } | { readonly ok: false; readonly reason: string };

/** Reads text as data. What is too long or nested too deep to be handled safely is refused. */
export function readData(format: DataFormat, text: string): ReadData {
  const { dataLength } = performerLimits;
  if (text.length > dataLength)
    return { ok: false, reason: `The text is longer than ${dataLength.toLocaleString("en")} characters.` };
  return format === "json" ? readJson(text) : readXml(text);
}

function readJson(text: string): ReadData {
  let data: Json;
  try {
    data = JSON.parse(text) as Json;
  } catch (error) {
    return { ok: false, reason: `The text is no JSON: ${whyNot(text, error)}.` };
  }
  if (isShallow(data)) return { ok: true, data };
  return { ok: false, reason: `The JSON is nested in more than ${flowLimits.jsonDepth} levels.` };
}

/** Engines differ in how they say it, and most quote the text. */
function whyNot(text: string, error: unknown): string {
  if (text.trim() === "") return "it is empty";
  const message = error instanceof Error ? error.message : String(error);
  return message.length > 200 ? `${message.slice(0, 199)}…` : message;
}

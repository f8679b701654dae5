import { parseTemplate } from "@parley/flow";

/** The characters of a text that WhatsApp counts, and how many values come on top of them. */
export function measure(text: string): { readonly length: number; readonly values: number } {
  const parts = parseTemplate(text);
  const literals = parts.filter((part) => typeof part === "string");
  return { length: literals.join("").length, values: parts.length - literals.length };
}

import type { Json } from "@parley/messaging";

/** What a seconds field holds for a text that is typed: a number where it is one to the letter, nothing for nothing, else the text. */
export function secondsFrom(text: string): Json | undefined {
  if (text === "") return undefined;
  return /^\d{1,15}(\.\d{1,6})?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}

/** The same once the field is left: a number written in another way, such as `05` or ` 5 `, is that number too. */
export function settledSecondsFrom(text: string): Json | undefined {
  const trimmed = text.trim();
  return /^\d{1,15}(\.\d{1,6})?$/.test(trimmed) ? Number(trimmed) : secondsFrom(trimmed);
}

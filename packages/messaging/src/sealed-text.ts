import type { Json } from "./json.ts";

/*
 * A secret within a text, sealed: what flows handle, journals keep and stores hold in the place of the secret itself. Only what goes out into the world is
 * opened, at the last moment.
 *
 * The form is a private-use character, the secret's length, a point, the sealed bytes in base64url, and the other private-use character. Whoever types these
 * characters gains nothing, because what was not sealed with the server's key does not open.
 */

const [begin, end] = ["\u{E0F1}", "\u{E0F2}"];
const pattern = /\u{E0F1}(\d{1,5})\.([\w.-]{1,20000})\u{E0F2}/gu;

/** A sealed secret as it stands in texts. `length` is the secret's own, in UTF-16 code units. */
export function sealedText(sealed: string, length: number): string {
  return `${begin}${length}.${sealed}${end}`;
}

/** Whether a text holds a sealed secret. */
export function holdsSealed(text: string): boolean {
  return text.includes(begin);
}

/** The text with bullets in the place of sealed secrets, as many as they have characters: to be shown, and to be measured. */
export function maskSealed(text: string): string {
  if (!holdsSealed(text)) return text;
  return text.replaceAll(pattern, (_, length: string) => "•".repeat(Math.min(Number(length), 10_000)));
}

/** The text with secrets in the place of what was sealed. What does not open stays as it is. */
export function openSealed(text: string, open: (sealed: string) => string | undefined): string {
  if (!holdsSealed(text)) return text;
  return text.replaceAll(pattern, (whole, _length: string, sealed: string) => open(sealed) ?? whole);
}

/** A value with every text in it changed: for `maskSealed` and `openSealed` of whole messages. */
export function mapStrings(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, mapStrings(part, change)]));
}

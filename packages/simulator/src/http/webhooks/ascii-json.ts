/**
 * Writes JSON in ASCII alone: every other character as `\u` and four lower-case hexadecimal digits, beyond the first plane as a
 * surrogate pair. Meta signs "an escaped unicode version of the payload, with lowercase hex digits" (Graph API, Webhooks), so that
 * receivers which verify the raw bytes and receivers which escape the text first both agree with these bytes.
 */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

import { parseIsoTime } from "./iso-time.ts";

const webexTime = /^(\d{4})-(\d{2})-(\d{2}) (\d{1,2}):(\d{2}):(\d{2}) ([AP])M$/i;

/**
 * The milliseconds of a time in UTC as Webex Connect writes an expiry: year, day, month and a twelve-hour clock, `2019-23-04 03:06:48 AM` (WhatsApp node
 * page, Expiry). Undefined when the text is none, or names a day that no calendar has.
 */
export function parseWebexTime(text: string): number | undefined {
  const match = webexTime.exec(text);
  if (match === null) return undefined;
  const [, year, day, month, hour, minute, second, half = ""] = match;
  const onClock = Number(hour);
  if (onClock < 1 || onClock > 12) return undefined;
  const hours = (onClock % 12) + (half.toUpperCase() === "P" ? 12 : 0);
  return parseIsoTime(`${year}-${month}-${day}T${String(hours).padStart(2, "0")}:${minute}:${second}Z`);
}

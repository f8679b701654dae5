import { invariant, parseIsoTime } from "@parley/messaging";
import { engineLimits } from "./limits.ts";

/** A time zone of the time zone database. */
export type TimeZone = {
  /** What the clock on the wall shows at a moment, as the milliseconds of a clock in UTC that shows the same. */
  readonly wallAt: (at: number) => number;
};

const secondMs = 1000;

/** Making a formatter takes long and telling a time by it does not, so that each zone's is kept. */
const known = new Map<string, TimeZone>();

/** The time zone of a name such as Europe/Amsterdam; undefined when there is none such. */
export function timeZoneOf(name: string): TimeZone | undefined {
  const key = name.trim().toLowerCase();
  const found = known.get(key) ?? makeTimeZone(key);
  if (found === undefined) return undefined;
  if (known.size >= engineLimits.timeZones) known.clear();
  known.set(key, found);
  return found;
}

function makeTimeZone(name: string): TimeZone | undefined {
  const numeric = "numeric";
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      ...{ timeZone: name, hourCycle: "h23" },
      ...{ year: numeric, month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit" },
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return {
    wallAt: (at) => {
      const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
      const { year = "", month, day, hour, minute, second } = parts;
      const wall = parseIsoTime(`${year.padStart(4, "0")}-${month}-${day}T${hour}:${minute}:${second}Z`);
      invariant(wall !== undefined, "a formatter gives a date and a time");
      return wall + (((at % secondMs) + secondMs) % secondMs);
    },
  };
}

const day = String.raw`(?:(\d{4})-(\d{2})-(\d{2})|(\d{2})-(\d{2})-(\d{4}))`;
const pattern = new RegExp(String.raw`^${day}[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?$`);

/**
 * A moment as people write it, in a time zone: `2026-12-24T18:00`, `2026-12-24 18:00:00`, or `24-12-2026 18:00:00` (Delay node page). One with an offset or
 * `Z` is that moment whatever the zone. Of an hour that comes twice the first counts, and one that is skipped is the hour after. Undefined for what is none.
 */
export function momentOf(text: string, timeZone: TimeZone): number | undefined {
  const match = pattern.exec(text.trim());
  if (match === null) return undefined;
  const [, year = match[6], month = match[5], date = match[4]] = match;
  const [time, seconds = ":00", offset] = match.slice(7);
  const written = `${year}-${month}-${date}T${time}${seconds}`;
  if (offset !== undefined) return parseIsoTime(written + offset.replace(/^(.\d{2})(\d{2})$/, "$1:$2"));
  const wall = parseIsoTime(`${written}Z`);
  return wall === undefined ? undefined : momentAt(wall, timeZone);
}

/** More than any zone is away from UTC, and less than lies between two changes of its clock. */
const besideMs = 24 * 60 * 60 * secondMs;

/** The moment at which the clock on the wall shows this: as it was set before, where that is true or nothing is, else as it is set afterwards. */
function momentAt(wall: number, { wallAt }: TimeZone): number {
  const ifSetAsAt = (at: number): number => wall - (wallAt(at) - at);
  const [before, after] = [ifSetAsAt(wall - besideMs), ifSetAsAt(wall + besideMs)];
  return wallAt(before) !== wall && wallAt(after) === wall ? after : before;
}

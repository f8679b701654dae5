/**
 * A time as a person says it: the hour today, the day and hour before, and the year where it is another one. Times in milliseconds; the zone is the
 * device's unless given.
 */
export function sayTime(at: number, now: number, locale: string, timeZone?: string): string {
  const say = (time: number, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone }).format(time);
  const hour = say(at, { hour: "2-digit", minute: "2-digit" });
  const day = (time: number): string => say(time, { year: "numeric", month: "numeric", day: "numeric" });
  if (day(at) === day(now)) return hour;
  const isSameYear = say(at, { year: "numeric" }) === say(now, { year: "numeric" });
  return `${say(at, { day: "numeric", month: "short", ...(isSameYear ? {} : { year: "numeric" }) })}, ${hour}`;
}

import { formatIsoTime, type JsonObject } from "@parley/messaging";

const secondsOfDay = 24 * 60 * 60;

/**
 * A moment as a template's parameter names it: the parts of the date in UTC, and Monday as day 1 (Cloud API, Template messages, date_time object). The
 * Cloud API shows the fallback whatever the parts are.
 */
export function dateTimeWireForm(timestamp: number, fallback: string): JsonObject {
  const [year = "", month = "", day = "", hour = "", minute = ""] = formatIsoTime(timestamp * 1000).split(/[-T:]/);
  // The first day of 1970 was a Thursday, the fourth of its week.
  const dayOfWeek = ((Math.floor(timestamp / secondsOfDay) + 3) % 7) + 1;
  return {
    fallback_value: fallback,
    day_of_week: dayOfWeek,
    year: Number(year),
    month: Number(month),
    day_of_month: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    calendar: "GREGORIAN",
  };
}

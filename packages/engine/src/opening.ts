import { type NodeOf, weekdays } from "@parley/flow";
import { formatIsoTime } from "@parley/messaging";
import type { TimeZone } from "./time-zone.ts";

type Hours = Pick<NodeOf<"business-hours">["config"], "week" | "exceptions">;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** How far ahead is looked: a year. */
const aheadMs = 366 * dayMs;

/**
 * When the hours are open next, from a moment on: that very moment while they are. Undefined when they do not open within a year. They are open while the clock
 * on the wall shows a time that is within them, so that they move with summer time, an hour that is skipped is over at once, and one that comes twice is open
 * both times.
 */
export function openingAt(hours: Hours, timeZone: TimeZone, at: number): number | undefined {
  const periodsOn = periodsByDay(hours);
  let from = at;
  while (from < at + aheadMs) {
    const { to, offset } = sameClock(timeZone, from);
    const opening = openingWithin(periodsOn, { from, to, offset });
    if (opening !== undefined) return opening;
    from = to;
  }
  return undefined;
}

type Periods = Hours["exceptions"][number]["periods"];
type PeriodsOn = (dayOfClock: number) => Periods;

/** The hours of each day, counted in days of the clock on the wall since 1970. */
function periodsByDay({ week, exceptions }: Hours): PeriodsOn {
  const special = new Map(exceptions.map(({ date, periods }) => [date, periods]));
  return (day) => {
    const date = formatIsoTime(day * dayMs).slice(0, 10);
    // The first day of 1970 was a Thursday.
    const weekday = weekdays[(((day + 3) % 7) + 7) % 7] ?? "monday";
    return special.get(date) ?? week[weekday];
  };
}

/** A stretch of time in which the clock on the wall is not set on or back; `offset` is how much more than UTC it shows. */
type Stretch = { readonly from: number; readonly to: number; readonly offset: number };

/** The stretch from a moment on, of a day at most: there is never more than one change within a day. */
function sameClock({ wallAt }: TimeZone, from: number): Stretch {
  const offsetAt = (at: number): number => wallAt(at) - at;
  const offset = offsetAt(from);
  const end = from + dayMs;
  if (offsetAt(end) === offset) return { from, to: end, offset };
  let [same, other] = [from, end];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (offsetAt(middle) === offset) same = middle;
    else other = middle;
  }
  return { from, to: other, offset };
}

function openingWithin(periodsOn: PeriodsOn, { from, to, offset }: Stretch): number | undefined {
  for (let day = Math.floor((from + offset) / dayMs); day * dayMs < to + offset; day += 1) {
    const midnight = day * dayMs - offset;
    for (const period of periodsOn(day)) {
      const opens = Math.max(from, midnight + minutesOf(period.from) * minuteMs);
      const closes = Math.min(to, midnight + minutesOf(period.to) * minuteMs);
      if (opens < closes) return opens;
    }
  }
  return undefined;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

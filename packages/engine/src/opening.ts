import { type NodeOf, weekdays } from "@parley/flow";

type Hours = Pick<NodeOf<"business-hours">["config"], "week" | "exceptions">;

/** Days that are looked at: a year, and the day on which it began. */
const daysAhead = 367;

/**
 * When the hours are open next, from a moment on: that very moment while they are. Undefined when they never open within a year. Hours are those of the clock
 * on the wall, so that they move with summer time; an hour that is skipped opens with the one after it, and one that comes twice is open both times.
 */
export function openingAt({ week, exceptions }: Hours, timeZone: string, at: number): number | undefined {
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  const special = new Map(exceptions.map(({ date, periods }) => [date, periods]));
  for (let day = 0; day < daysAhead; day += 1) {
    const date = now.toPlainDate().add({ days: day });
    const usual = week[weekdays[date.dayOfWeek - 1] ?? "monday"];
    for (const { from, to } of special.get(date.toString()) ?? usual) {
      const opens = momentOn(date, from, { timeZone, of: "earlier" });
      const closes = momentOn(date, to, { timeZone, of: "later" });
      if (at < closes) return Math.max(at, opens);
    }
  }
  return undefined;
}

type Choice = {
  readonly timeZone: string /** Of two equal hours, as summer time ends. */;
  readonly of: "earlier" | "later";
};

function momentOn(date: Temporal.PlainDate, time: string, { timeZone, of }: Choice): number {
  const isMidnight = time === "24:00";
  const day = isMidnight ? date.add({ days: 1 }) : date;
  const wall = day.toPlainDateTime(Temporal.PlainTime.from(isMidnight ? "00:00" : time));
  const [first, last] = (["earlier", "later"] as const).map((disambiguation) =>
    wall.toZonedDateTime(timeZone, { disambiguation }),
  );
  const isSkipped = first?.toPlainTime().equals(wall.toPlainTime()) !== true;
  // An hour that is skipped is the moment at which the clock is set on, for opening and closing alike.
  const chosen = isSkipped ? last : of === "earlier" ? first : last;
  return chosen?.epochMilliseconds ?? 0;
}

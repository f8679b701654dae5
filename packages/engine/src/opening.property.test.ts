import { type NodeOf, weekdays } from "@parley/flow";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openingAt } from "./opening.ts";
import { timeZoneOf } from "./time-zone.ts";

type Hours = Pick<NodeOf<"business-hours">["config"], "week" | "exceptions">;
type Periods = Hours["week"]["monday"];

const minuteMs = 60_000;

/** Whether the clock on the wall, by the language's own calendar, shows a time within the hours. */
function isOpenAt({ week, exceptions }: Hours, zone: string, at: number): boolean {
  const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
  const date = wall.toPlainDate().toString();
  const usual = week[weekdays[wall.dayOfWeek - 1] ?? "monday"];
  const periods = exceptions.find((exception) => exception.date === date)?.periods ?? usual;
  const time = wall.toPlainTime().toString({ smallestUnit: "minute" });
  return periods.some(({ from, to }) => from <= time && time < to);
}

/** Minute by minute. */
function slowOpening(hours: Hours, zone: string, from: number): number | undefined {
  if (isOpenAt(hours, zone, from)) return from;
  for (let at = Math.ceil(from / minuteMs) * minuteMs; at < from + 9 * 24 * 60 * minuteMs; at += minuteMs)
    if (isOpenAt(hours, zone, at)) return at;
  return undefined;
}

const zones = [
  "UTC",
  "Europe/Amsterdam",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Casablanca",
];

/** Times of the day, most of them those at which clocks are set. */
const time = fc
  .oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 8 }).map((quarter) => quarter * 30) }, fc.nat(24 * 60))
  .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`);

/** Up to two periods that do not overlap. */
const periods: fc.Arbitrary<Periods> = fc
  .uniqueArray(time, { maxLength: 4 })
  .map((times) => times.toSorted())
  .map((times) =>
    times.flatMap((from, index) => {
      const to = times[index + 1];
      return index % 2 === 0 && to !== undefined ? [{ from, to }] : [];
    }),
  );

const week = fc.record(Object.fromEntries(weekdays.map((day) => [day, periods]))) as fc.Arbitrary<Hours["week"]>;

/** A moment within two days before a change of the clock, or any moment where there is none. */
const places = fc.constantFrom(...zones).chain((zone) =>
  fc
    .tuple(fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) }), fc.nat(48 * 60 * minuteMs))
    .map(([from, before]) => {
      const change = Temporal.Instant.fromEpochMilliseconds(from)
        .toZonedDateTimeISO(zone)
        .getTimeZoneTransition("next");
      return { zone, at: (change?.epochMilliseconds ?? from) - before };
    }),
);

test("It is true of any hours and any zone that the next opening is the first minute at which the clock on the wall shows a time within them", () => {
  let found = 0;
  const property = fc.property(
    places,
    week,
    fc.array(fc.nat(8), { maxLength: 2 }),
    periods,
    (place, drawn, days, own) => {
      const { zone, at } = place;
      const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
      const exceptions = [...new Set(days)].map((count) => ({
        ...{ date: today.add({ days: count }).toString(), name: "" },
        periods: count % 2 === 0 ? own : [],
      }));
      const hours = { week: drawn, exceptions };
      const timeZone = timeZoneOf(zone);
      const expected = slowOpening(hours, zone, at);
      const opening = timeZone && openingAt(hours, timeZone, at);
      if (expected === undefined) expect(opening === undefined || opening >= at + 9 * 24 * 60 * minuteMs).toBe(true);
      else {
        found += 1;
        expect(opening).toBe(expected);
      }
    },
  );
  fc.assert(property, { numRuns: 400 });
  expect(found).toBeGreaterThan(200);
}, 120_000);

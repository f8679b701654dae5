import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentOf, type TimeZone, timeZoneOf } from "./time-zone.ts";

/** Zones whose clocks change in every way there is: by an hour, by half of one, in Ramadan, on other dates, never; with minutes of their own; over a date line. */
const names = [
  ...["UTC", "Europe/Amsterdam", "Europe/Dublin", "America/New_York", "America/St_Johns", "America/Santiago"],
  ...["Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "Asia/Tehran", "Pacific/Chatham", "Pacific/Apia"],
  ...["Pacific/Kiritimati", "America/Nuuk", "Africa/Cairo", "Asia/Gaza", "Antarctica/Troll"],
];

function zone(name: string): TimeZone {
  const found = timeZoneOf(name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

/** Half of the moments lie within two hours of a change of the clock. */
const places = fc.constantFrom(...names).chain((name) => {
  const range = { min: Date.UTC(1990, 0, 1), max: Date.UTC(2037, 11, 31) };
  const anyTime = fc.integer(range);
  const nearChange = fc.tuple(anyTime, fc.integer({ min: -7_200_000, max: 7_200_000 })).map(([from, beside]) => {
    const change = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(name).getTimeZoneTransition("next");
    return (change?.epochMilliseconds ?? from) + beside;
  });
  return fc.record({ name: fc.constant(name), at: fc.oneof(anyTime, nearChange) });
});

const runs = { numRuns: 5_000 };

describe("It is true of time zones, as the language's own calendar has them, that", () => {
  test("the clock on the wall shows what it shows", () => {
    const property = fc.property(places, ({ name, at }) => {
      const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).toPlainDateTime();
      expect(zone(name).wallAt(at)).toBe(shown.toZonedDateTime("UTC").epochMilliseconds);
    });
    fc.assert(property, runs);
  });

  test("a time on the wall is the moment at which it shows it, the first of two, or the hour after one that is skipped", () => {
    const property = fc.property(places, fc.integer({ min: -7_200_000, max: 7_200_000 }), ({ name, at }, beside) => {
      const near = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).toPlainDateTime();
      const wall = near.add({ milliseconds: beside });
      const expected = wall.toZonedDateTime(name, { disambiguation: "compatible" }).epochMilliseconds;
      expect(momentOf(wall.toString({ smallestUnit: "millisecond" }), zone(name))).toBe(expected);
    });
    fc.assert(property, runs);
  });
});

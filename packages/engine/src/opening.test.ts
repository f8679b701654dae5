import { type NodeOf, weekdays } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { openingAt } from "./opening.ts";
import { timeZoneOf } from "./time-zone.ts";

type Hours = Pick<NodeOf<"business-hours">["config"], "week" | "exceptions">;
type Drawn = { readonly [day: string]: readonly string[] };

/** Hours as `09:00-17:00`, by day of the week, or by date for exceptions. */
function hoursOf(drawn: Drawn): Hours {
  const periods = (texts: readonly string[] = []) =>
    texts.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) }));
  const week = Object.fromEntries(weekdays.map((day) => [day, periods(drawn[day])])) as Hours["week"];
  const dates = Object.keys(drawn).filter((day) => day.includes("-"));
  return { week, exceptions: dates.map((date) => ({ date, name: "", periods: periods(drawn[date]) })) };
}

function next(drawn: Drawn, zone: string, iso: string): string | undefined {
  const timeZone = timeZoneOf(zone);
  const opening = timeZone && openingAt(hoursOf(drawn), timeZone, Date.parse(iso));
  return opening === undefined ? undefined : new Date(opening).toISOString().replace(":00.000Z", "Z");
}

const nineToFive = ["09:00-17:00"];
const workdays = Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, nineToFive]));

describe("hours are open", () => {
  test.each([
    // A Monday. The hours begin with their first minute, and are over with their last.
    ["2026-06-01T07:00Z", "2026-06-01T07:00Z"],
    ["2026-06-01T06:59Z", "2026-06-01T07:00Z"],
    ["2026-06-01T14:59Z", "2026-06-01T14:59Z"],
    ["2026-06-01T15:00Z", "2026-06-02T07:00Z"],
    // A Friday, and the weekend after it.
    ["2026-06-05T15:00Z", "2026-06-08T07:00Z"],
    ["2026-06-07T23:00Z", "2026-06-08T07:00Z"],
    // The same hours in winter.
    ["2026-12-01T07:30Z", "2026-12-01T08:00Z"],
  ])("next after %s at %s, on workdays in Amsterdam", (at, opening) => {
    expect(next(workdays, "Europe/Amsterdam", at)).toBe(opening);
  });

  test("round midnight without a gap, where one day ends at 24:00 and the next begins at 00:00", () => {
    const drawn = { monday: ["18:00-24:00"], tuesday: ["00:00-02:00"] };
    expect(next(drawn, "Europe/Amsterdam", "2026-06-01T21:59Z")).toBe("2026-06-01T21:59Z");
    expect(next(drawn, "Europe/Amsterdam", "2026-06-01T22:00Z")).toBe("2026-06-01T22:00Z");
    expect(next(drawn, "Europe/Amsterdam", "2026-06-02T00:00Z")).toBe("2026-06-08T16:00Z");
  });

  test("by an exception in the place of its weekday, open or closed", () => {
    const drawn = { ...workdays, "2026-06-01": [], "2026-06-06": ["10:00-11:00"] };
    expect(next(drawn, "UTC", "2026-06-01T10:00Z")).toBe("2026-06-02T09:00Z");
    expect(next(drawn, "UTC", "2026-06-05T17:00Z")).toBe("2026-06-06T10:00Z");
  });

  test("by the day that it is there, not here", () => {
    expect(next({ tuesday: ["00:00-24:00"] }, "Pacific/Kiritimati", "2026-06-01T10:00Z")).toBe("2026-06-01T10:00Z");
    expect(next({ monday: ["00:00-24:00"] }, "America/New_York", "2026-06-02T03:59Z")).toBe("2026-06-02T03:59Z");
    expect(next({ monday: ["00:00-24:00"] }, "America/New_York", "2026-06-02T04:00Z")).toBe("2026-06-08T04:00Z");
  });

  test("never, when there are none, or none within a year", () => {
    expect(next({}, "UTC", "2026-06-01T10:00Z")).toBeUndefined();
    expect(next({ "2026-05-31": nineToFive }, "UTC", "2026-06-01T10:00Z")).toBeUndefined();
    expect(next({ "2027-05-31": nineToFive }, "UTC", "2026-06-01T10:00Z")).toBe("2027-05-31T09:00Z");
    expect(next({ "2027-07-01": nineToFive }, "UTC", "2026-06-01T10:00Z")).toBeUndefined();
  });
});

describe("when the clock is set on or back", () => {
  test.each([
    // 29 March, from 2 to 3 o'clock: the hour that is skipped is over at once.
    ["Europe/Amsterdam", ["02:30-05:00"], "2026-03-29T00:00Z", "2026-03-29T01:00Z"],
    ["Europe/Amsterdam", ["02:00-03:00"], "2026-03-29T00:00Z", "2026-04-05T00:00Z"],
    ["Europe/Amsterdam", ["09:00-17:00"], "2026-03-29T00:00Z", "2026-03-29T07:00Z"],
    // 25 October, from 3 back to 2 o'clock: what comes twice is open both times, with a gap between them.
    ["Europe/Amsterdam", ["02:00-02:30"], "2026-10-24T23:00Z", "2026-10-25T00:00Z"],
    ["Europe/Amsterdam", ["01:00-02:30"], "2026-10-25T00:30Z", "2026-10-25T01:00Z"],
    ["Europe/Amsterdam", ["01:00-02:30"], "2026-10-25T01:30Z", "2026-11-01T00:00Z"],
    // 8 March and 1 November.
    ["America/New_York", ["02:15-04:00"], "2026-03-08T06:00Z", "2026-03-08T07:00Z"],
    ["America/New_York", ["01:00-01:15"], "2026-11-01T05:20Z", "2026-11-01T06:00Z"],
    // 4 October from 2:00 to 2:30, and 5 April from 2:00 back to 1:30.
    ["Australia/Lord_Howe", ["02:10-03:00"], "2026-10-03T15:00Z", "2026-10-03T15:30Z"],
    ["Australia/Lord_Howe", ["01:45-01:50"], "2026-04-04T14:55Z", "2026-04-04T15:15Z"],
    // Never.
    ["Asia/Kathmandu", ["09:00-17:00"], "2026-03-29T00:00Z", "2026-03-29T03:15Z"],
    // 15 February, as Ramadan begins, from 3 back to 2 o'clock; 22 March, when it is over, from 2 to 3.
    ["Africa/Casablanca", ["02:00-02:30"], "2026-02-15T01:45Z", "2026-02-15T02:00Z"],
    ["Africa/Casablanca", ["02:30-04:00"], "2026-03-22T01:00Z", "2026-03-22T02:00Z"],
  ])("in %s the hours %j on Sundays are open after %s at %s", (zone, sunday, at, opening) => {
    expect(next({ sunday }, zone, at)).toBe(opening);
  });
});

import { describe, expect, test } from "vitest";
import { engineLimits } from "./limits.ts";
import { momentOf, timeZoneOf } from "./time-zone.ts";

const amsterdam = timeZoneOf("Europe/Amsterdam");

describe("a time zone", () => {
  test.each(["Europe/Amsterdam", " europe/amsterdam ", "UTC", "Asia/Calcutta", "Etc/GMT+5"])("%j is one", (name) => {
    expect(timeZoneOf(name)).toBeDefined();
  });

  test.each(["", "Amsterdam", "Europe/Nowhere", "CEST or so", "constructor"])("%j is none", (name) => {
    expect(timeZoneOf(name)).toBeUndefined();
  });

  test("is made once, however its name is written", () => {
    expect(timeZoneOf("EUROPE/AMSTERDAM")).toBe(amsterdam);
  });

  test("is kept ready with all others of the database", () => {
    const all = Intl.supportedValuesOf("timeZone");
    expect(all.length).toBeGreaterThan(300);
    expect(all.length).toBeLessThan(engineLimits.timeZones);
    expect(all.filter((name) => timeZoneOf(name) === undefined)).toEqual([]);
  });
});

describe("a moment", () => {
  test.each([
    ["2026-12-24T18:00", "2026-12-24T17:00:00.000Z"],
    [" 2026-12-24 18:00:05 ", "2026-12-24T17:00:05.000Z"],
    ["2026-12-24T18:00:05.25", "2026-12-24T17:00:05.250Z"],
    ["24-12-2026 18:00:05", "2026-12-24T17:00:05.000Z"],
    ["24-12-2026T18:00", "2026-12-24T17:00:00.000Z"],
    ["2026-12-24T24:00", "2026-12-24T23:00:00.000Z"],
    ["2026-07-01T12:00", "2026-07-01T10:00:00.000Z"],
    ["2026-12-24T18:00Z", "2026-12-24T18:00:00.000Z"],
    ["2026-12-24T18:00:00-05:00", "2026-12-24T23:00:00.000Z"],
    ["24-12-2026 18:00:00+0545", "2026-12-24T12:15:00.000Z"],
    ["2026-03-29T02:30", "2026-03-29T01:30:00.000Z"],
    ["2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25T03:00", "2026-10-25T02:00:00.000Z"],
  ])("%j in Amsterdam is %s", (text, iso) => {
    expect(amsterdam && momentOf(text, amsterdam)).toBe(Date.parse(iso));
  });

  test.each([
    "",
    "tomorrow",
    "2026-12-24",
    "18:00",
    "2026-02-30T12:00",
    "30-02-2026 12:00:00",
    "2026-13-01T12:00",
    "12-24-2026 12:00:00",
    "2026-12-24T25:00",
    "2026-12-24T18:61",
    "2026-12-24T18:00 Amsterdam",
    "2026-24-12 06:00:00 PM",
    "1797271200000",
  ])("%j is none", (text) => {
    expect(amsterdam && momentOf(text, amsterdam)).toBeUndefined();
  });
});

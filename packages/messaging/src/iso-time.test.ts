import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatIsoTime, parseIsoTime } from "./iso-time.ts";

test("a time is written in UTC to the millisecond", () => {
  expect(formatIsoTime(0)).toBe("1970-01-01T00:00:00.000Z");
});

describe("a time that says its zone", () => {
  test.each([
    ["2026-12-24T18:00:00.250Z", Date.UTC(2026, 11, 24, 18, 0, 0, 250)],
    ["2026-12-24T18:00:00Z", Date.UTC(2026, 11, 24, 18)],
    ["2026-12-24T18:00Z", Date.UTC(2026, 11, 24, 18)],
    ["2026-12-24T18:00:00+01:00", Date.UTC(2026, 11, 24, 17)],
    ["2028-02-29T00:00:00Z", Date.UTC(2028, 1, 29)],
  ])("is read from %s", (text, atMs) => {
    expect(parseIsoTime(text)).toBe(atMs);
  });
});

test.each([
  "",
  "tomorrow",
  "2026-12-24",
  "2026-12-24T18:00:00",
  "2026-13-01T00:00:00Z",
  "2026-02-30T00:00:00Z",
  "2026-02-29T00:00:00+02:00",
  "2026-12-24T25:00:00Z",
  "24.12.2026 18:00Z",
  "1797271200000",
])("%j is no time", (text) => {
  expect(parseIsoTime(text)).toBeUndefined();
});

test("what was written is read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) }), (atMs) => {
      expect(parseIsoTime(formatIsoTime(atMs))).toBe(atMs);
    }),
  );
});

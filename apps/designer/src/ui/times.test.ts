import { describe, expect, it } from "vitest";
import { sayTime } from "./times.ts";

const now = Date.parse("2026-11-21T15:00:00Z");

describe("It is true that a time is said", () => {
  it.each([
    ["2026-11-21T12:04:59Z", "12:04"],
    ["2026-11-20T23:59:00Z", "20 Nov, 23:59"],
    ["2025-11-21T08:00:00Z", "21 Nov 2025, 08:00"],
  ])("as short as it can be: %s", (at, said) => {
    expect(sayTime(Date.parse(at), now, "en-GB", "UTC")).toBe(said);
  });

  it("in the zone of the reader, where the day may be another", () => {
    expect(sayTime(Date.parse("2026-11-20T23:30:00Z"), now, "en-GB", "Europe/Amsterdam")).toBe("00:30");
  });
});

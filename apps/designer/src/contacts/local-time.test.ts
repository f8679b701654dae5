import { describe, expect, it } from "vitest";
import { fromLocalTime, toLocalTime } from "./local-time.ts";

describe("It is true that a time in a field", () => {
  it("is the moment that it was made of, to the minute", () => {
    for (const at of [0, Date.UTC(2026, 2, 29, 1, 30), Date.UTC(2026, 10, 27, 12, 5)])
      expect(fromLocalTime(toLocalTime(at))).toBe(at);
  });

  it.each(["", "yesterday", "2026-13-01T00:00", "2026-11-27"])("is none where “%s” stands", (text) => {
    expect(fromLocalTime(text)).toBeUndefined();
  });
});

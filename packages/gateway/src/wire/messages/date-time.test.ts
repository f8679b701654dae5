import { expect, test } from "vitest";
import { dateTimeWireForm } from "./date-time.ts";

test.each([
  // The example of the Messages reference: Friday, 25 February 1977, 15:33.
  { at: "1977-02-25T15:33:00Z", parts: [5, 1977, 2, 25, 15, 33] },
  { at: "1970-01-01T00:00:00Z", parts: [4, 1970, 1, 1, 0, 0] },
  { at: "2024-02-29T23:59:59Z", parts: [4, 2024, 2, 29, 23, 59] },
  { at: "2026-11-01T00:00:00Z", parts: [7, 2026, 11, 1, 0, 0] },
  { at: "9999-12-31T23:59:59Z", parts: [5, 9999, 12, 31, 23, 59] },
])("The moment $at is written in its parts", ({ at, parts }) => {
  const [day_of_week, year, month, day_of_month, hour, minute] = parts;
  expect(dateTimeWireForm(Date.parse(at) / 1000, "then")).toEqual({
    fallback_value: "then",
    ...{ day_of_week, year, month, day_of_month, hour, minute },
    calendar: "GREGORIAN",
  });
});

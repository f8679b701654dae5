import { expect, test } from "vitest";
import { timeOfDay } from "./time-of-day.ts";

test("It is true that times are taken as people type them", () => {
  expect(["9", "930", "9:30", "9.30", " 17 ", "1730", "24"].map(timeOfDay)).toEqual([
    "09:00",
    "09:30",
    "09:30",
    "09:30",
    "17:00",
    "17:30",
    "24:00",
  ]);
  expect(["", "noon", "17:3", "12345"].map(timeOfDay)).toEqual(["", "noon", "17:3", "12345"]);
});

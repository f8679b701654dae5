import { expect, test } from "vitest";
import { en } from "../texts/en/index.ts";
import { weekInWords } from "./week-in-words.ts";

const day = [{ from: "09:00", to: "17:00" }];
const halves = [
  { from: "09:00", to: "12:00" },
  { from: "13:00", to: "17:00" },
];

test("It is true that days of the same hours beside one another are said together, and closed ones not at all", () => {
  const week = { monday: day, tuesday: day, wednesday: halves, thursday: day, friday: [], saturday: [], sunday: day };
  expect(weekInWords({ week }, en)).toBe(
    "Mon–Tue 09:00–17:00, Wed 09:00–12:00 and 13:00–17:00, Thu 09:00–17:00, Sun 09:00–17:00",
  );
  expect(weekInWords({ week: { monday: day, tuesday: [], wednesday: day } }, en)).toBe(
    "Mon 09:00–17:00, Wed 09:00–17:00",
  );
});

test("It is true that a week that is none has no hours", () => {
  for (const week of [undefined, null, 5, [], { monday: "late" }])
    expect(weekInWords(week === undefined ? {} : { week }, en)).toBe("");
});

import { textOf } from "@parley/flow";
import { expect, test } from "vitest";
import { secondsFrom, settledSecondsFrom } from "./seconds.ts";

test.each([
  ["", undefined],
  ["30", 30],
  ["0.5", 0.5],
  ["05", "05"],
  ["1.", "1."],
  ["1.0", "1.0"],
  ["$(wait)", "$(wait)"],
  ["-1", "-1"],
  ["1e3", "1e3"],
])("It is true that typing %j holds %j, so that the text stays as it is typed", (text, value) => {
  expect(secondsFrom(text)).toBe(value);
  expect(textOf(secondsFrom(text) ?? "")).toBe(text);
});

test.each([
  ["05", 5],
  [" 30 ", 30],
  ["1.0", 1],
  ["  ", undefined],
  [" $(wait) ", "$(wait)"],
  ["soon", "soon"],
])("It is true that leaving the field with %j holds %j", (text, value) => {
  expect(settledSecondsFrom(text)).toBe(value);
});

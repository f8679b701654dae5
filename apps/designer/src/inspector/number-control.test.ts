import { expect, test } from "vitest";
import { numberFrom } from "./number-control.tsx";

test("It is true that a number is one as soon as writing it again gives what was typed", () => {
  expect(["5", "0", "33.3", " 12 ", "-1"].map(numberFrom)).toEqual([5, 0, 33.3, 12, -1]);
  expect(["", "33.", "1.0", "5e3", "many", "$(n)"].map(numberFrom)).toEqual(["", "33.", "1.0", "5e3", "many", "$(n)"]);
});

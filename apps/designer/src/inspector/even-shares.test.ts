import { expect, test } from "vitest";
import { evenShares, sumOf } from "./even-shares.ts";

test("It is true that even shares add up to 100 %, however many there are", () => {
  expect(evenShares(3)).toEqual([33.34, 33.33, 33.33]);
  for (let count = 1; count <= 50; count++) {
    expect(sumOf(evenShares(count))).toBe(100);
    expect(Math.max(...evenShares(count)) - Math.min(...evenShares(count))).toBeLessThan(0.011);
  }
});

test("It is true that what is no number counts nothing", () => {
  expect(sumOf([0.1, 0.2, "30", null])).toBe(0.3);
});

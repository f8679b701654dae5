import { expect, test } from "vitest";
import { areUnique } from "./interactive.ts";

test("Texts are unique when no two are equal, in every letter", () => {
  expect(areUnique([])).toBe(true);
  expect(areUnique(["Yes", "yes", "Yes "])).toBe(true);
  expect(areUnique(["Yes", "No", "Yes"])).toBe(false);
});

import { expect, test } from "vitest";
import { areSingle } from "./single-keys.ts";

test.each([
  ["c", true],
  ["[Shift]+?", true],
  ["g p", true],
  ["[Shift]++", true],
  ["$mod+k", false],
  ["Delete", false],
  ["F8", false],
  ["Shift+Alt+KeyT", false],
])("It is true that of %s it is %s that words could hold it", (keys, isSingle) => {
  expect(areSingle(keys)).toBe(isSingle);
});

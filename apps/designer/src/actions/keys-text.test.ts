import { expect, test } from "vitest";
import { isMac, shownKeys } from "./keys-text.ts";

test.each([
  ["$mod+z", "Ctrl+Z", "⌘Z"],
  ["$mod+Shift+z", "Ctrl+Shift+Z", "⇧⌘Z"],
  ["Shift+Alt+KeyT", "Shift+Alt+T", "⌥⇧T"],
  ["$mod+Enter", "Ctrl+Enter", "⌘↩"],
  ["$mod+Delete", "Ctrl+Delete", "⌘⌦"],
  ["[Shift]+?", "?", "?"],
  ["[Shift]+/", "/", "/"],
  ["[Shift]++", "+", "+"],
  ["-", "-", "-"],
  ["F8", "F8", "F8"],
  ["Shift+F8", "Shift+F8", "⇧F8"],
  ["g p", "G then P", "G then P"],
])("It is true that %s is read as %s, and on a Mac as %s", (keys, elsewhere, mac) => {
  expect([shownKeys(keys, false), shownKeys(keys, true)]).toEqual([elsewhere, mac]);
});

test("It is true that a Mac is known by its platform", () => {
  expect(["MacIntel", "iPhone", "Win32", "Linux x86_64"].map(isMac)).toEqual([true, true, false, false]);
});

import { expect, test } from "vitest";
import { chipMark, chipsOf } from "./chips.ts";

test("It is true that a preview has samples for variables that have a value, and marks for the others", () => {
  const samples = new Map([
    ["city", "Utrecht"],
    ["choice", ""],
  ]);
  expect(chipsOf("Hi *$(whatsapp.username)* of $(city), $(choice) $$(x)", samples)).toEqual({
    text: `Hi *${chipMark(0)}* of Utrecht, ${chipMark(1)} $(x)`,
    names: ["whatsapp.username", "choice"],
  });
});

test("It is true that nothing that people write is taken for a variable", () => {
  const samples = new Map([["a", chipMark(0)]]);
  expect(chipsOf(`${chipMark(3)}$(a)`, samples)).toEqual({ text: "\uFFFD\uFFFD", names: [] });
});

import { expect, test } from "vitest";
import { oneOf, show, typeName, wantedType } from "./problem-sentence.ts";

test("types are named with their article", () => {
  expect(["string", "object", "record", "int", "null", "array"].map(wantedType)).toEqual([
    "a string",
    "an object",
    "an object",
    "a whole number",
    "null",
    "an array",
  ]);
});

test("inputs are named by what they are", () => {
  expect([null, undefined, [], {}, "x", 1, true, Number.NaN].map(typeName)).toEqual([
    "null",
    "undefined",
    "an array",
    "an object",
    "a string",
    "a number",
    "a boolean",
    "NaN",
  ]);
});

test("values that JSON cannot write are shown all the same", () => {
  expect([1n, undefined, Number.POSITIVE_INFINITY, null, { a: 1 }].map(show)).toEqual([
    "1",
    "undefined",
    "Infinity",
    "null",
    "an object",
  ]);
});

test("options read as a sentence, however many there are", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(oneOf)).toEqual(["nothing", "a", "a or b", "a, b or c"]);
});

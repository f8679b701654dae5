import { array, assert, oneof, property, string, constantFrom } from "fast-check";
import { expect, test } from "vitest";
import { parseDataPath, writeDataPath } from "./data-path.ts";

const name = oneof(
  string({ unit: "binary", maxLength: 12 }),
  string({ unit: constantFrom(..."ab01.[]\"'\\ $@#*-\n"), maxLength: 8 }),
);

test("It is true that a place is read as it was written", () => {
  assert(
    property(array(name, { maxLength: 20 }), (path) => {
      expect(parseDataPath(writeDataPath(path))).toEqual(path);
    }),
    { numRuns: 2_000 },
  );
});

test("It is true that a text is a place or none, and that what is one can be written", () => {
  assert(
    property(string({ unit: constantFrom(..."ab01.[]\"'\\ $@#*-\n"), maxLength: 20 }), (source) => {
      const path = parseDataPath(source);
      if (path !== undefined) expect(parseDataPath(writeDataPath(path))).toEqual(path);
    }),
    { numRuns: 2_000 },
  );
});

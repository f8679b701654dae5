import { array, assert, oneof, property, string, constantFrom } from "fast-check";
import { expect, test } from "vitest";
import { parseDataPath, writeDataPath } from "./data-path.ts";

/** Characters that mean something in a place, and some that do not. */
const marks = constantFrom(..."ab01.[]\"'\\ $@#*-\n".split(""));
const name = oneof(string({ unit: "binary", maxLength: 12 }), string({ unit: marks, maxLength: 8 }));

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
    property(string({ unit: marks, maxLength: 20 }), (source) => {
      const path = parseDataPath(source);
      if (path !== undefined) expect(parseDataPath(writeDataPath(path))).toEqual(path);
    }),
    { numRuns: 2_000 },
  );
});

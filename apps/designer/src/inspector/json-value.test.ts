import fc from "fast-check";
import type { Json } from "@parley/messaging";
import { expect, test } from "vitest";
import { kindOf, readAs, textAs } from "./json-value.ts";

test("It is true that what a field shows of a value is read as that value", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.oneof(fc.integer(), fc.boolean(), fc.string(), fc.jsonValue()), (any) => {
      const value = JSON.parse(JSON.stringify(any)) as Json;
      if (typeof value === "number" && !/^-?\d+(\.\d+)?$/.test(String(value))) return;
      seen.add(kindOf(value));
      expect(readAs(kindOf(value), textAs(kindOf(value), value))).toEqual(value);
    }),
    { numRuns: 500 },
  );
  expect(seen.size).toBe(4);
});

test.each([
  ["number", "1."],
  ["number", ""],
  ["number", "0x10"],
  ["boolean", "1"],
  ["json", "{"],
  ["json", "1"],
] as const)("It is true that as a %s, %j means nothing yet", (kind, text) => {
  expect(readAs(kind, text)).toBeUndefined();
});

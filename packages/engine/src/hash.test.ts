import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf } from "./hash.ts";

test("a hash is a whole number from 0 up to 2^32, the same for the same text", () => {
  const property = fc.property(fc.string({ unit: "binary" }), (text) => {
    const hash = hashOf(text);
    expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
    expect(hashOf(`${text}`)).toBe(hash);
  });
  fc.assert(property);
});

test("hashes stay what they were, since people's ways hang on them", () => {
  expect(["", "a", "drawn n3 31612345678"].map(hashOf)).toMatchInlineSnapshot(`
    [
      2872998923,
      444641715,
      2565650861,
    ]
  `);
});

test("texts that differ in their last sign alone are spread evenly", () => {
  const buckets = new Map<number, number>();
  for (let index = 0; index < 100_000; index += 1) {
    const bucket = Math.floor((hashOf(`flow n3 3161${String(index).padStart(7, "0")}`) / 2 ** 32) * 100);
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
  }
  expect(buckets.size).toBe(100);
  for (const count of buckets.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { base64 } from "./base64.ts";
import { identityHashOf } from "./identity-hash.ts";

test("an identity hash is of WhatsApp's form and always the same for a text", () => {
  expect(identityHashOf("31612345678")).toMatch(/^[A-Za-z0-9+/]{11}=$/);
  expect(identityHashOf("31612345678")).toBe(identityHashOf("31612345678"));
});

test("other texts have other hashes", () => {
  const hashes = Array.from({ length: 10_000 }, (_, place) => identityHashOf(String(31_600_000_000 + place)));
  expect(new Set(hashes).size).toBe(10_000);
});

test("base64 is what every runtime calls by another name", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 50 }), (bytes) => {
      expect(base64([...bytes])).toBe(Buffer.from(bytes).toString("base64"));
    }),
  );
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { asciiJson } from "./ascii-json.ts";

test("characters beyond ASCII are written with lower-case digits, beyond the first plane as a surrogate pair", () => {
  expect(asciiJson({ text: "café ÿ 😀" })).toBe('{"text":"caf\\u00e9 \\u00ff \\ud83d\\ude00"}');
});

test("any JSON is written in ASCII alone and reads back as it was", () => {
  // Every code point, lone surrogates too.
  const text = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((points) => String.fromCodePoint(...points));
  fc.assert(
    fc.property(fc.record({ text, value: fc.jsonValue() }), (value) => {
      const written = asciiJson(value);
      expect(written).toMatch(/^[\x20-\x7f]*$/);
      expect(written).not.toMatch(/\\u[0-9a-f]*[A-F]/);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

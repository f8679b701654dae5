import type { Json } from "@parley/messaging";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseTemplate, readNested, resolveText, resolveValue, type Scope } from "./expression.ts";

const names = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
/** Texts in which signs that mean something to expressions are frequent. */
const texts = fc.string({
  unit: fc.constantFrom("$", "(", ")", "$(", "$$(", "a", ".", "[0]", " ", "é", "😀"),
  maxLength: 30,
});

test("a text without $( resolves to itself", () => {
  const plain = fc.oneof(fc.string(), texts).filter((text) => !text.includes("$("));
  fc.assert(
    fc.property(plain, (text) => {
      expect(resolveText(parseTemplate(text), () => "wrong")).toEqual({ value: text, missing: [] });
    }),
  );
});

test("what a variable holds is never read as an expression", () => {
  fc.assert(
    fc.property(names, texts, (name, held) => {
      const scope: Scope = (path) => (path[0] === name ? held : "expanded");
      expect(resolveText(parseTemplate(`<$(${name})>`), scope).value).toBe(`<${held}>`);
      expect(resolveValue(parseTemplate(`$(${name})`), scope).value).toBe(held);
    }),
  );
});

test("any text can be said literally by writing $$( for $(", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const escaped = text.replaceAll("$(", () => "$$(");
      expect(resolveText(parseTemplate(escaped), () => "wrong").value).toBe(text);
    }),
  );
});

test("a template is read without an error, whatever the text, and only texts and paths come of it", () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const part of parseTemplate(text)) {
        expect(typeof part === "string" ? part.length : part.path.length).toBeGreaterThan(0);
      }
    }),
  );
});

test("names of the prototype read nothing, wherever they stand in a path", () => {
  const inherited = fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "prototype", "valueOf");
  const values: fc.Arbitrary<Json> = fc.constantFrom<Json>({}, [], "text", 1, null, { a: {} }, { a: [] });
  const before = fc.array(fc.constant("a"), { maxLength: 2 });
  fc.assert(
    fc.property(values, before, inherited, (value, path, name) => {
      expect(readNested(value, [...path, name])).toBeUndefined();
      const source = `$(${["a", ...path, name].join(".")})`;
      expect(resolveText(parseTemplate(source), ([, ...rest]) => readNested(value, rest)).value).toBe("");
    }),
  );
});

test("every own value is found by its path", () => {
  const steps = fc.array(fc.oneof(names, fc.nat({ max: 3 }).map(String)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(steps, fc.string(), (path, leaf) => {
      const value = path.reduceRight<Json>((inner, name) => ({ [name]: inner }), leaf);
      expect(readNested(value, path)).toBe(leaf);
    }),
  );
});

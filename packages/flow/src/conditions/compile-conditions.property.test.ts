import fc from "fast-check";
import { expect, test } from "vitest";
import { makeCondition } from "../flow.test-support.ts";
import { compileConditions } from "./compile-conditions.ts";

const texts = fc.oneof(fc.string(), fc.integer().map(String), fc.double({ noNaN: true }).map(String), fc.constant(""));

function holds(text: string, row: object): boolean {
  return compileConditions([makeCondition({ variable: "$(text)", ...row })])(([name]) => (name === "text" ? text : ""))
    .holds;
}

/** Expressions in what is compared with would be read; a value without any is compared as it stands. */
const plain = texts.filter((text) => !text.includes("$("));

test("each operator and its opposite never agree", () => {
  fc.assert(
    fc.property(texts, plain, (text, value) => {
      expect(holds(text, { operator: "equals", value })).toBe(!holds(text, { operator: "not-equals", value }));
      expect(holds(text, { operator: "less-than", value })).toBe(
        !holds(text, { operator: "greater-than-or-equals", value }),
      );
      expect(holds(text, { operator: "greater-than", value })).toBe(
        !holds(text, { operator: "less-than-or-equals", value }),
      );
      expect(holds(text, { operator: "in", values: [value] })).toBe(
        !holds(text, { operator: "not-in", values: [value] }),
      );
    }),
  );
});

test("between is at least the one end and at most the other", () => {
  fc.assert(
    fc.property(texts, plain, plain, (text, from, to) => {
      const isWithin =
        holds(text, { operator: "greater-than-or-equals", value: from }) &&
        holds(text, { operator: "less-than-or-equals", value: to });
      expect(holds(text, { operator: "between", from, to })).toBe(isWithin);
    }),
  );
});

test("what begins, ends or contains a text does so without regard to case as well", () => {
  fc.assert(
    fc.property(plain, fc.string(), fc.string(), (value, before, after) => {
      expect(holds(value + after, { operator: "starts-with", value })).toBe(true);
      expect(holds(before + value, { operator: "ends-with", value })).toBe(true);
      expect(holds(before + value + after, { operator: "contains", value })).toBe(true);
    }),
  );
  fc.assert(
    fc.property(plain, (value) => {
      expect(
        holds(value.toUpperCase(), { operator: "equals-ignore-case", value: value.toUpperCase().toLowerCase() }),
      ).toBe(true);
      expect(holds(`<${value.toUpperCase()}>`, { operator: "contains-ignore-case", value })).toBe(true);
    }),
  );
});

test("AND binds tighter than OR, however many rows there are", () => {
  const rows = fc.array(fc.record({ isTrue: fc.boolean(), join: fc.constantFrom("and", "or") }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(rows, (given) => {
      const compiled = compileConditions(
        given.map(({ isTrue, join }) => makeCondition({ operator: "equals", value: isTrue ? "x" : "y", join })),
      );
      const line = given
        .map(({ isTrue, join }, index) => `${isTrue} ${index === given.length - 1 ? "" : join}`)
        .join(" ");
      const expected = line.split("or").some((group) => !group.includes("false"));
      expect(compiled(() => "x").holds).toBe(expected);
    }),
  );
});

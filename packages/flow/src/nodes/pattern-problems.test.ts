import { expect, test } from "vitest";
import { makeCondition } from "../flow.test-support.ts";
import { flowLimits } from "../limits.ts";
import { patternProblems } from "./pattern-problems.ts";

const pattern = (value: string) => makeCondition({ operator: "regular-expression", value });

test("a pattern that is none is found with its place and the reason", () => {
  expect(patternProblems("rows", [pattern("ok"), pattern("(")])).toEqual([
    {
      severity: "error",
      code: "bad-pattern",
      field: "rows[1].value",
      message: expect.stringMatching(/^is not a regular expression: /),
    },
  ]);
});

test("a pattern that an expression will make is not judged before", () => {
  expect(patternProblems("rows", [pattern("($(rest)")])).toEqual([]);
});

test("a pattern is judged as it will be used, with $( for $$(", () => {
  expect(patternProblems("rows", [pattern("^\\d$$(a)")])).toEqual([]);
  expect(patternProblems("rows", [pattern("^\\d$$(a")])).toHaveLength(1);
  expect(patternProblems("rows", [pattern(`${"a".repeat(flowLimits.patternLength - 4)}$$(b)`)])).toEqual([]);
});

test("values of other operators are no patterns", () => {
  expect(patternProblems("rows", [makeCondition({ operator: "contains", value: "(" })])).toEqual([]);
});

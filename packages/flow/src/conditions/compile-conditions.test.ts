import { describe, expect, test } from "vitest";
import { readNested, type Scope } from "../expression.ts";
import { makeCondition } from "../flow.test-support.ts";
import { compileConditions, type Verdict } from "./compile-conditions.ts";
import type { Condition } from "./condition.ts";

/** Whether one row holds when the variable has this value. */
function holds(text: string, row: object): boolean {
  return compileConditions([makeCondition({ variable: "$(answer)", ...row })])(() => text).holds;
}

describe("each operator", () => {
  test.each<[Condition["operator"], string, string, boolean]>([
    ["equals", "Track", "Track", true],
    ["equals", "Track", "track", false],
    ["equals", "Track", " Track", false],
    ["equals", "1", "1.0", false],
    ["equals", "", "", true],
    ["equals", "😀", "😀", true],
    ["not-equals", "a", "b", true],
    ["not-equals", "a", "a", false],
    ["not-equals", "", "a", true],
    ["less-than", "9", "10", true],
    ["less-than", "10", "9", false],
    ["less-than", "10", "10.0", false],
    ["less-than", "-1", "0", true],
    ["less-than", ".5", "1", true],
    ["less-than", "9", "1" + "0".repeat(400), true],
    ["less-than", "apple", "banana", true],
    ["less-than", "10", "9 apples", true],
    ["less-than", "2026-01-31", "2026-02-01", true],
    ["less-than", "", "5", true],
    ["greater-than", "10", "9", true],
    ["greater-than", "9", "10", false],
    ["greater-than", "10", "10", false],
    ["greater-than", "b", "a", true],
    ["greater-than", "a", "B", true],
    ["less-than-or-equals", "10", "10.0", true],
    ["less-than-or-equals", "9.99", "10", true],
    ["less-than-or-equals", "10.01", "10", false],
    ["less-than-or-equals", "a", "a", true],
    ["greater-than-or-equals", "10", "+10", true],
    ["greater-than-or-equals", "10.01", "10", true],
    ["greater-than-or-equals", "9", "10", false],
    ["greater-than-or-equals", "1" + "0".repeat(400), "1" + "0".repeat(400), true],
    ["regular-expression", "order 12345", "\\d{5}", true],
    ["regular-expression", "order 12345", "^\\d{5}$", false],
    ["regular-expression", "Track", "track", false],
    ["regular-expression", "Track", "(?i)^track$", true],
    ["regular-expression", "total: 5$", "\\d\\$$", true],
    ["regular-expression", "5", "^\\d$$(|never)", true],
    ["equals-ignore-case", "TRACK", "track", true],
    ["equals-ignore-case", "track!", "track", false],
    ["equals-ignore-case", "ÉCLAIR", "éclair", true],
    ["equals-ignore-case", "STRASSE", "straße", true],
    ["equals-ignore-case", "ΟΔΟΣ", "οδος", true],
    ["equals-ignore-case", "300\u212a", "300k", true],
    ["equals-ignore-case", "", "", true],
    ["contains", "please track it", "track", true],
    ["contains", "please Track it", "track", false],
    ["contains", "anything", "", true],
    ["contains", "", "a", false],
    ["contains", "👩‍🚀 here", "👩‍🚀", true],
    ["contains-ignore-case", "Please TRACK it", "track", true],
    ["contains-ignore-case", "ΑΣ", "σ", true],
    ["contains-ignore-case", "nothing", "track", false],
    ["contains-ignore-case", "", "", true],
    ["starts-with", "track 12", "track", true],
    ["starts-with", "Track 12", "track", false],
    ["starts-with", "a", "", true],
    ["starts-with", "", "a", false],
    ["ends-with", "order 12", "12", true],
    ["ends-with", "order 12 ", "12", false],
    ["ends-with", "ORDER", "der", false],
    ["ends-with", "a", "", true],
  ])("%s: %j and %j make %s", (operator, text, value, isTrue) => {
    expect(holds(text, { operator, value })).toBe(isTrue);
  });

  test.each<[Condition["operator"], string, string[], boolean]>([
    ["in", "b", ["a", "b"], true],
    ["in", "c", ["a", "b"], false],
    ["in", "B", ["a", "b"], false],
    ["in", "", [""], true],
    ["in", "1", ["1.0"], false],
    ["not-in", "c", ["a", "b"], true],
    ["not-in", "b", ["a", "b"], false],
    ["not-in", "", ["a"], true],
  ])("%s: %j and %j make %s", (operator, text, values, isTrue) => {
    expect(holds(text, { operator, values })).toBe(isTrue);
  });

  test.each<[string, string, string, boolean]>([
    ["5", "1", "10", true],
    ["1", "1", "10", true],
    ["10", "1", "10", true],
    ["10.5", "1", "10", false],
    ["0", "1", "10", false],
    ["5", "10", "1", false],
    ["b", "a", "c", true],
    ["d", "a", "c", false],
    ["2026-06-01", "2026-01-01", "2026-12-31", true],
    ["", "1", "10", false],
  ])("between: %j from %j to %j makes %s", (text, from, to, isTrue) => {
    expect(holds(text, { operator: "between", from, to })).toBe(isTrue);
  });
});

describe("values", () => {
  const scope: Scope = (path) => readNested({ answer: "42", wanted: "42", count: 7, list: ["a"] }, path);
  const check = (row: object): Verdict => compileConditions([makeCondition(row)])(scope);

  test("may be expressions on both sides", () => {
    expect(check({ variable: "$(answer)", operator: "equals", value: "$(wanted)" }).holds).toBe(true);
    expect(check({ variable: "$(count)", operator: "between", from: "1", to: "$(answer)" }).holds).toBe(true);
    expect(check({ variable: "$(count)", operator: "in", values: ["6", "$(count)"] }).holds).toBe(true);
    expect(check({ variable: "no. $(answer)", operator: "equals", value: "no. 42" }).holds).toBe(true);
    expect(check({ variable: "$(list)", operator: "equals", value: '["a"]' }).holds).toBe(true);
  });

  test("that are missing count as empty and are named once each time they are read", () => {
    expect(check({ variable: "$(nobody)", operator: "equals", value: "" })).toEqual({
      holds: true,
      warnings: ["$(nobody) has no value and was taken as empty."],
    });
    expect(check({ variable: "$(answer)", operator: "not-in", values: ["1", "$(nobody)"] })).toEqual({
      holds: true,
      warnings: ["$(nobody) has no value and was taken as empty."],
    });
  });

  test("are compared by value: an answer that looks like an expression is not one", () => {
    const tricky: Scope = ([name]) => (name === "answer" ? "$(wanted)" : "42");
    const rows = [makeCondition({ variable: "$(answer)", operator: "equals", value: "42" })];
    expect(compileConditions(rows)(tricky)).toEqual({ holds: false, warnings: [] });
  });
});

describe("a pattern", () => {
  const pattern = (value: string) => [makeCondition({ variable: "$(text)", operator: "regular-expression", value })];

  test("may be made by an expression", () => {
    const scope: Scope = ([name]) => (name === "text" ? "order 7" : "^order");
    expect(compileConditions(pattern("$(start) \\d$"))(scope)).toEqual({ holds: true, warnings: [] });
  });

  test("that an expression makes wrong is false, with a warning", () => {
    const scope: Scope = ([name]) => (name === "text" ? "order 7" : "(");
    const { holds: isTrue, warnings } = compileConditions(pattern("$(start)"))(scope);
    expect(isTrue).toBe(false);
    expect(warnings).toEqual([
      expect.stringMatching(/^The pattern is not a regular expression: .+; the condition is taken as false\.$/),
    ]);
  });

  test("that misses its variable names it", () => {
    const scope: Scope = ([name]) => (name === "text" ? "order 7" : undefined);
    expect(compileConditions(pattern("^order$(rest)"))(scope)).toEqual({
      holds: true,
      warnings: ["$(rest) has no value and was taken as empty."],
    });
  });

  test("that would need for ever elsewhere is done at once", () => {
    const scope: Scope = () => `${"a".repeat(20_000)}!`;
    expect(compileConditions(pattern("(a+)+$"))(scope).holds).toBe(false);
  });
});

describe("rows", () => {
  /** Reads `t and f or t`: rows that are true or false, and how each joins the next. */
  function evaluate(line: string): { holds: boolean; asked: string[] } {
    const words = line.split(" ");
    const asked: string[] = [];
    const rows = words
      .filter((_, index) => index % 2 === 0)
      .map((word, index) =>
        makeCondition({
          variable: `$(${word}${index})`,
          operator: "equals",
          value: "true",
          join: words[index * 2 + 1] ?? "and",
        }),
      );
    const scope: Scope = ([name = ""]) => {
      asked.push(name);
      return name.startsWith("t");
    };
    return { holds: compileConditions(rows)(scope).holds, asked };
  }

  test("of which there are none hold", () => {
    expect(compileConditions([])(() => undefined)).toEqual({ holds: true, warnings: [] });
  });

  test.each<[string, boolean]>([
    ["t", true],
    ["f", false],
    ["t and t", true],
    ["t and f", false],
    ["f or t", true],
    ["f or f", false],
    // With OR binding tighter, or from left to right, these would come out otherwise.
    ["t or t and f", true],
    ["f and t or t", true],
    ["t or f and f", true],
    ["f or t and t or f", true],
    ["t and f or f and t", false],
  ])("%s makes %s", (line, isTrue) => {
    expect(evaluate(line).holds).toBe(isTrue);
  });

  test("are asked in order and no further than needed", () => {
    expect(evaluate("t or t and t").asked).toEqual(["t0"]);
    expect(evaluate("f and t or t").asked).toEqual(["f0", "t2"]);
    expect(evaluate("f and f and f or f and t").asked).toEqual(["f0", "f3"]);
  });

  test("may end in OR: the last row joins nothing", () => {
    expect(evaluate("t and f or").holds).toBe(false);
    expect(evaluate("f or t or").holds).toBe(true);
  });
});

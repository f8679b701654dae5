import { parseInput } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { makeCondition } from "../flow.test-support.ts";
import { flowLimits } from "../limits.ts";
import { conditionSchema, conditionsSchema, conditionTemplates, listOperators, valueOperators } from "./condition.ts";

function problems(condition: unknown): string[] {
  const parsed = parseInput(conditionSchema, condition);
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path.join(".")} ${message}`);
}

describe("the operators", () => {
  test("are fifteen", () => {
    expect([...valueOperators, ...listOperators, "between"]).toHaveLength(15);
  });

  test.each(valueOperators)("%s compares with one value", (operator) => {
    expect(problems({ variable: "$(a)", operator, value: "" })).toEqual([]);
    expect(problems({ variable: "$(a)", operator })).toEqual(["value is missing; it must be a string"]);
  });

  test.each(listOperators)("%s compares with a list", (operator) => {
    expect(problems({ variable: "$(a)", operator, values: ["1", "2"] })).toEqual([]);
    expect(problems({ variable: "$(a)", operator, values: [] })).toEqual([
      "values is empty; add at least one value to compare with",
    ]);
    expect(problems({ variable: "$(a)", operator, value: "1" })).toContain("values is missing; it must be an array");
  });

  test("between compares with two ends", () => {
    expect(problems({ variable: "$(a)", operator: "between", from: "1", to: "2" })).toEqual([]);
    expect(problems({ variable: "$(a)", operator: "between", from: "1" })).toEqual([
      "to is missing; it must be a string",
    ]);
  });

  test("are named when a condition has another", () => {
    expect(problems({ variable: "$(a)", operator: "like", value: "" })[0]).toMatch(
      /^operator is "like"; it must be "equals", .* or "between"$/,
    );
  });
});

describe("a condition", () => {
  test("is joined to the next by AND unless it says otherwise", () => {
    expect(makeCondition({ operator: "equals", value: "1" }).join).toBe("and");
  });

  test("must name a variable", () => {
    expect(problems({ variable: "", operator: "equals", value: "" })).toEqual([
      "variable is empty; name a variable, such as $(receive.message)",
    ]);
  });

  test("is one of at most 50 rows", () => {
    const rows = (count: number) =>
      Array.from({ length: count }, () => ({ variable: "a", operator: "equals", value: "a" }));
    expect(conditionsSchema.safeParse(rows(flowLimits.conditionRows)).success).toBe(true);
    expect(conditionsSchema.safeParse(rows(flowLimits.conditionRows + 1)).success).toBe(false);
  });
});

test("every field of a row that may hold expressions is found with its place", () => {
  const rows = [
    makeCondition({ variable: "$(a)", operator: "equals", value: "$(b)" }),
    makeCondition({ variable: "$(c)", operator: "not-in", values: ["1", "$(d)"] }),
    makeCondition({ variable: "$(e)", operator: "between", from: "$(f)", to: "9" }),
  ];
  expect(conditionTemplates("rows", rows)).toEqual([
    { field: "rows[0].variable", source: "$(a)" },
    { field: "rows[0].value", source: "$(b)" },
    { field: "rows[1].variable", source: "$(c)" },
    { field: "rows[1].values[0]", source: "1" },
    { field: "rows[1].values[1]", source: "$(d)" },
    { field: "rows[2].variable", source: "$(e)" },
    { field: "rows[2].from", source: "$(f)" },
    { field: "rows[2].to", source: "9" },
  ]);
});

import { flowSchema } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { moved, newRow, operators, withOperator } from "./condition-rows.ts";

function issuesWith(row: unknown): unknown {
  const config = { trigger: { type: "whatsapp", event: "whatsapp.mo", conditions: [row] } };
  const nodes = [{ id: "n2", type: "start", config }];
  return flowSchema.safeParse({ format: "parley.flow/1", id: "f", name: "F", nodes }).error?.issues;
}

test("It is true that the operators are the fifteen of the flow, each of which makes a row that is valid", () => {
  expect(new Set(operators).size).toBe(15);
  for (const operator of operators) {
    expect(issuesWith(withOperator(newRow("$(receive.message)"), operator))).toBeUndefined();
  }
  expect(issuesWith(withOperator(newRow("$(receive.message)"), "is-like"))).toBeDefined();
});

describe("It is true that another operator", () => {
  const row = { variable: "$(a)", operator: "in", values: ["x", "y"], join: "or" };

  test("keeps what was compared with as far as it takes it", () => {
    expect(withOperator(row, "between")).toEqual({
      variable: "$(a)",
      operator: "between",
      from: "x",
      to: "y",
      join: "or",
    });
    expect(withOperator(row, "equals")).toEqual({ variable: "$(a)", operator: "equals", value: "x", join: "or" });
    expect(withOperator(withOperator(row, "between"), "not-in")).toEqual({ ...row, operator: "not-in" });
  });

  test("makes a whole row of a broken one", () => {
    expect(withOperator(null, "equals")).toEqual({ variable: "", operator: "equals", value: "", join: "and" });
  });
});

test.each([
  [0, 2, ["b", "c", "a"]],
  [2, 0, ["c", "a", "b"]],
  [1, 1, ["a", "b", "c"]],
])("It is true that item %i moves to %i", (from, to, expected) => {
  expect(moved(["a", "b", "c"], from, to)).toEqual(expected);
});

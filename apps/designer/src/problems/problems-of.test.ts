import type { FlowIssue } from "@parley/flow";
import { expect, test } from "vitest";
import { problemsOf } from "./problems-of.ts";

const empty = { isChecked: true, issues: [], byNode: new Map() };

function issue(nodeId: string | undefined, severity: FlowIssue["severity"], message = "x"): FlowIssue {
  return { severity, code: "schema", nodeId, field: "config", message };
}

test("It is true that problems are counted for each node, and those of the flow for none", () => {
  const issues = [issue("n3", "error"), issue("n3", "warning"), issue("n3", "error", "y"), issue(undefined, "error")];
  const { issues: kept, byNode } = problemsOf(issues, empty);
  expect(kept).toEqual(issues);
  expect([...byNode]).toEqual([["n3", { errors: 2, warnings: 1 }]]);
});

test("It is true that the same problems found again are the same state", () => {
  const before = problemsOf([issue("n3", "error"), issue("n4", "warning")], empty);
  expect(problemsOf([issue("n3", "error"), issue("n4", "warning")], before)).toBe(before);
});

test("It is true that what has not changed keeps its identity", () => {
  const before = problemsOf([issue("n3", "error"), issue("n4", "warning")], empty);
  const after = problemsOf([issue("n3", "error"), issue("n4", "error")], before);
  expect(after).not.toBe(before);
  expect(after.issues[0]).toBe(before.issues[0]);
  expect(after.byNode.get("n3")).toBe(before.byNode.get("n3"));
  expect(after.byNode.get("n4")).toEqual({ errors: 1, warnings: 0 });
});

test("It is true that problems that are mended are gone", () => {
  const before = problemsOf([issue("n3", "error")], empty);
  expect(problemsOf([], before)).toEqual(empty);
});

test("It is true that the first look is told of, though it finds nothing", () => {
  expect(problemsOf([], { ...empty, isChecked: false })).toEqual(empty);
});

import type { FlowIssue } from "@parley/flow";
import { expect, test } from "vitest";
import { groupProblems } from "./problem-groups.ts";

function issue(nodeId: string | undefined, message: string): FlowIssue {
  return { severity: "error", code: "schema", nodeId, message };
}

test("It is true that problems are grouped by node, the flow's first, each told once", () => {
  const issues = [issue("n3", "a"), issue("n4", "b"), issue("n3", "c"), issue(undefined, "d"), issue("n3", "a")];
  expect(groupProblems(issues, 10)).toEqual({
    groups: [
      { nodeId: undefined, issues: [issue(undefined, "d")] },
      { nodeId: "n3", issues: [issue("n3", "a"), issue("n3", "c")] },
      { nodeId: "n4", issues: [issue("n4", "b")] },
    ],
    more: 0,
  });
});

test("It is true that above a limit the rest is counted", () => {
  const { groups, more } = groupProblems([issue("n3", "a"), issue("n4", "b"), issue("n5", "c")], 2);
  expect(groups.map(({ nodeId }) => nodeId)).toEqual(["n3", "n4"]);
  expect(more).toBe(1);
});

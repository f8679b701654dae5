import type { FlowIssue } from "../issue.ts";
import { flowLimits } from "../limits.ts";
import type { IndexedFlow } from "./indexed-flow.ts";

/** One Start, ids and names used once, and no more nodes than people can follow. */
export function checkWhole({ flow }: IndexedFlow): FlowIssue[] {
  return [
    ...checkStarts(flow.nodes.filter(({ type }) => type === "start").map(({ id }) => id)),
    ...repeated(flow.nodes.map(({ id }) => id)).map((id): FlowIssue => {
      return {
        severity: "error",
        code: "duplicate-id",
        nodeId: id,
        message: `Two nodes have the id ${id}; change one.`,
      };
    }),
    ...repeated(flow.edges.map(({ id }) => id)).map((id): FlowIssue => {
      return {
        severity: "error",
        code: "duplicate-id",
        field: "edges",
        message: `Two edges have the id ${id}; change one.`,
      };
    }),
    ...repeated(flow.variables.map(({ name }) => name)).map((name): FlowIssue => {
      const message = `Two variables have the name ${name}; rename one.`;
      return { severity: "error", code: "duplicate-variable", field: "variables", message };
    }),
    ...checkSize(flow.nodes.length),
  ];
}

function checkStarts(starts: readonly string[]): FlowIssue[] {
  if (starts.length === 1) return [];
  const message = `The flow has ${starts.length} Start nodes; it must have exactly one.`;
  return [{ severity: "error", code: "one-start", nodeId: starts[1], message }];
}

function checkSize(count: number): FlowIssue[] {
  if (count <= flowLimits.nodesBeforeWarning) return [];
  const message = `The flow has ${count} nodes; above ${flowLimits.nodesBeforeWarning} it is hard to read.`;
  return [{ severity: "warning", code: "many-nodes", message }];
}

/** The values that occur more than once, each named once. */
function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const value of values) (seen.has(value) ? again : seen).add(value);
  return [...again];
}

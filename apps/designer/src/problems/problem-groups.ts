import type { FlowIssue } from "@parley/flow";

/** The problems of one node, or of the flow itself. */
export type ProblemGroup = { readonly nodeId: string | undefined; readonly issues: readonly FlowIssue[] };

/** Problems by node, those of the flow first; a problem that is told twice is told once. At most `limit` problems, and how many more there are. */
export function groupProblems(
  issues: readonly FlowIssue[],
  limit: number,
): { readonly groups: readonly ProblemGroup[]; readonly more: number } {
  const distinct = [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
  const ordered = distinct.toSorted((left, right) => rank(left) - rank(right));
  const shown = Map.groupBy(ordered.slice(0, limit), ({ nodeId }) => nodeId);
  return {
    groups: [...shown].map(([nodeId, own]) => ({ nodeId, issues: own })),
    more: Math.max(0, ordered.length - limit),
  };
}

function rank({ nodeId }: FlowIssue): number {
  return nodeId === undefined ? 0 : 1;
}

import type { FlowIssue } from "@parley/flow";
import type { ProblemsState } from "../session/flow-session.ts";

type Count = { readonly errors: number; readonly warnings: number };

/**
 * What the checks found, for the session's store. Whatever is as it was before keeps its identity, so that nothing is drawn anew that has not
 * changed.
 */
export function problemsOf(issues: readonly FlowIssue[], before: ProblemsState): ProblemsState {
  const known = new Map(before.issues.map((issue) => [JSON.stringify(issue), issue]));
  const kept = issues.map((issue) => known.get(JSON.stringify(issue)) ?? issue);
  const isSame = kept.length === before.issues.length && kept.every((issue, index) => issue === before.issues[index]);
  return isSame && before.isChecked
    ? before
    : { isChecked: true, issues: kept, byNode: countByNode(kept, before.byNode) };
}

function countByNode(issues: readonly FlowIssue[], before: ReadonlyMap<string, Count>): ReadonlyMap<string, Count> {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for (const { nodeId, severity } of issues) {
    if (nodeId === undefined) continue;
    const count = counts.get(nodeId) ?? { errors: 0, warnings: 0 };
    count[severity === "error" ? "errors" : "warnings"]++;
    counts.set(nodeId, count);
  }
  const entries = [...counts].map(([nodeId, count]): [string, Count] => {
    const old = before.get(nodeId);
    return [nodeId, old?.errors === count.errors && old.warnings === count.warnings ? old : count];
  });
  return new Map(entries);
}

import type { FlowIssue } from "../issue.ts";
import type { IndexedFlow } from "./indexed-flow.ts";

/** Some way leads from Start to every node. Without a Start there is nothing to say. */
export function checkReachable({ flow, outcomes, leadsTo }: IndexedFlow): FlowIssue[] {
  const queue = flow.nodes.filter(({ type }) => type === "start").map(({ id }) => id);
  if (queue.length === 0) return [];
  const reached = new Set(queue);
  for (const id of queue) {
    for (const outcome of outcomes.get(id) ?? []) {
      const target = leadsTo(id, outcome);
      if (target === undefined || reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
  return flow.nodes
    .filter(({ id }) => !reached.has(id))
    .map(({ id }) => {
      const message = `No way leads from Start to ${id}; it would never run.`;
      return { severity: "warning", code: "unreachable", nodeId: id, message };
    });
}

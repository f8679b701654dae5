import { formatPath } from "@parley/messaging";
import type { Edge } from "../flow.ts";
import type { FlowIssue } from "../issue.ts";
import type { IndexedFlow } from "./indexed-flow.ts";

/** Every edge leaves a node by an outcome that it has, one edge for each outcome, and leads to a node that is not Start. */
export function checkEdges(indexed: IndexedFlow): FlowIssue[] {
  const taken = new Set<string>();
  return indexed.flow.edges.flatMap((edge) => {
    const { id, source, outcome, target } = edge;
    const way = `${source} ${outcome}`;
    const isRepeated = taken.has(way);
    taken.add(way);
    const goal = targetProblem(indexed, target);
    const messages = [
      sourceProblem(indexed, edge),
      isRepeated ? `${source} has two edges for ${outcome}; keep one.` : undefined,
      goal === undefined ? undefined : `Edge ${id} leads to ${goal}`,
    ];
    return messages
      .filter((message) => message !== undefined)
      .map((message): FlowIssue => ({ severity: "error", code: "bad-edge", nodeId: source, field: outcome, message }));
  });
}

/** The flow's defaults lead to nodes that are not Start. */
export function checkDefaults(indexed: IndexedFlow): FlowIssue[] {
  return Object.entries(indexed.flow.settings.outcomeDefaults).flatMap(([outcome, { target }]): FlowIssue[] => {
    const goal = targetProblem(indexed, target);
    if (goal === undefined) return [];
    const field = formatPath(["settings", "outcomeDefaults", outcome]);
    return [{ severity: "error", code: "bad-default", field, message: `The default of ${outcome} leads to ${goal}` }];
  });
}

function sourceProblem({ outcomes }: IndexedFlow, { id, source, outcome }: Edge): string | undefined {
  const known = outcomes.get(source)?.map(({ name }) => name);
  if (known === undefined) return `Edge ${id} begins at ${source}, which is not a node of the flow.`;
  if (known.includes(outcome)) return undefined;
  return `Edge ${id} leaves ${source} by ${outcome}, which it does not have. Its outcomes: ${known.join(", ") || "none"}.`;
}

function targetProblem({ nodes }: IndexedFlow, target: string): string | undefined {
  const node = nodes.get(target);
  if (node === undefined) return `${target}, which is not a node of the flow.`;
  return node.type === "start" ? `${target}, the Start; a conversation cannot begin twice.` : undefined;
}

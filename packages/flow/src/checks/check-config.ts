import type { FlowFacts } from "../flow-facts.ts";
import type { FlowIssue } from "../issue.ts";
import { configProblemsOf, type FlowNode, referencesOf } from "../nodes/index.ts";
import type { IndexedFlow } from "./indexed-flow.ts";

/** What a node type finds in its own config, and whether the nodes it names are there and of the right type. */
export function checkConfig({ nodes }: IndexedFlow, node: FlowNode, facts: FlowFacts): FlowIssue[] {
  const problems = configProblemsOf(node, facts).map((problem) => {
    return { ...problem, nodeId: node.id, message: `${problem.field} ${problem.message}.` };
  });
  const references = referencesOf(node).flatMap(({ field, nodeId, type, problem }): FlowIssue[] => {
    const found = nodes.get(nodeId);
    const wrong = found?.type === type ? problem?.(found) : undefined;
    if (found?.type === type && wrong === undefined) return [];
    const what = wrong ?? (found === undefined ? "is not a node of the flow" : `is of type ${found.type}`);
    const message = `${field} names ${nodeId}, which ${what}; ${wrong === undefined ? `it must name a node of type ${type}` : "it must name one that sends a message"}.`;
    return [{ severity: "error", code: "bad-reference", nodeId: node.id, field, message }];
  });
  return [...problems, ...references];
}

import { checkConfig } from "./checks/check-config.ts";
import { checkDefaults, checkEdges } from "./checks/check-edges.ts";
import { checkOutcomes } from "./checks/check-outcomes.ts";
import { checkPatterns } from "./checks/check-patterns.ts";
import { checkReachable } from "./checks/check-reachable.ts";
import { checkVariables } from "./checks/check-variables.ts";
import { checkWhole } from "./checks/check-whole.ts";
import { indexFlow } from "./checks/indexed-flow.ts";
import type { Flow } from "./flow.ts";
import type { FlowFacts } from "./flow-facts.ts";
import type { FlowIssue } from "./issue.ts";

/**
 * Checks what a schema cannot: the graph, the data, and what the flow names outside itself, as far as `facts` tell of it. A flow with no error may go
 * live. Takes time linear in the flow.
 */
export function checkFlow(flow: Flow, facts: FlowFacts = {}): FlowIssue[] {
  const indexed = indexFlow(flow);
  return [
    ...checkWhole(indexed),
    ...checkEdges(indexed),
    ...checkDefaults(indexed),
    ...flow.nodes.flatMap((node) => [
      ...checkOutcomes(indexed, node),
      ...checkConfig(indexed, node, facts),
      ...checkPatterns(node),
      ...checkVariables(indexed, node),
    ]),
    ...checkReachable(indexed),
  ];
}

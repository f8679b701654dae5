import { type Flow, type FlowNode, type Outcome, outcomesOf, wiringOf } from "@parley/flow";
import { invariant } from "@parley/messaging";
import { type Behaviour } from "./nodes/behaviour.ts";
import { makeBehaviour } from "./nodes/index.ts";

/** A node with its behaviour and the way each outcome leads. */
export type CompiledNode = {
  readonly node: FlowNode;
  readonly behaviour: Behaviour;
  readonly ways: { readonly [outcome: string]: Way };
};

/** Where an outcome leads: to a node, or to the end of the conversation with a result. */
export type Way =
  | { readonly type: "node"; readonly target: string }
  | { readonly type: "end"; readonly result: string; readonly reason: string };

const resultByColour = { green: "success", amber: "incomplete", red: "error" } as const;

/** Gives every node its behaviour and resolves its outcomes; one that leads nowhere ends the conversation. */
export function compileNodes(flow: Flow): ReadonlyMap<string, CompiledNode> {
  const leadsTo = wiringOf(flow);
  const nodes = new Map<string, CompiledNode>();
  for (const node of flow.nodes) {
    invariant(/^n\d+$/.test(node.id) && !nodes.has(node.id), "a node has an id of its own, such as n3");
    const wayOf = (outcome: Outcome): Way => {
      const target = leadsTo(node.id, outcome);
      if (target !== undefined) return { type: "node", target };
      const reason = `${outcome.name} of ${node.id} leads nowhere.`;
      return { type: "end", result: resultByColour[outcome.colour], reason };
    };
    const ways = Object.fromEntries(outcomesOf(node).map((outcome) => [outcome.name, wayOf(outcome)]));
    nodes.set(node.id, { node, behaviour: makeBehaviour(node, flow.id), ways });
  }
  for (const { ways } of nodes.values()) {
    for (const way of Object.values(ways)) {
      invariant(way.type === "end" || nodes.has(way.target), "an edge leads to a node of the flow");
    }
  }
  return nodes;
}

import { type Flow, type FlowNode, type Outcome, outcomesOf } from "@parley/flow";
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

/** Gives every node its behaviour and resolves its outcomes: own edge, then fallback, then the flow's default, then the end. */
export function compileNodes(flow: Flow): ReadonlyMap<string, CompiledNode> {
  const edges = new Map(flow.edges.map(({ source, outcome, target }) => [`${source} ${outcome}`, target]));
  const defaults = flow.settings.outcomeDefaults;
  const compiled = flow.nodes.map((node): CompiledNode => {
    const behaviour = makeBehaviour(node);
    const wayOf = ({ name, colour }: Outcome): Way => {
      const fallback = behaviour.fallbacks?.[name];
      const target =
        edges.get(`${node.id} ${name}`) ??
        (fallback === undefined ? undefined : edges.get(`${node.id} ${fallback}`)) ??
        (Object.hasOwn(defaults, name) ? defaults[name]?.target : undefined);
      if (target !== undefined) return { type: "node", target };
      const reason = `${name} of ${node.id} leads nowhere.`;
      return { type: "end", result: resultByColour[colour], reason };
    };
    return {
      node,
      behaviour,
      ways: Object.fromEntries(outcomesOf(node).map((outcome) => [outcome.name, wayOf(outcome)])),
    };
  });
  const nodes = new Map(compiled.map((entry) => [entry.node.id, entry]));
  for (const { ways } of compiled) {
    for (const way of Object.values(ways)) {
      invariant(way.type === "end" || nodes.has(way.target), "an edge leads to a node of the flow");
    }
  }
  return nodes;
}

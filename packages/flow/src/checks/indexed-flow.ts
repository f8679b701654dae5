import type { Flow } from "../flow.ts";
import { type FlowNode, outcomesOf, outputsOf } from "../nodes/index.ts";
import type { Outcome } from "../outcome.ts";
import { type Wiring, wiringOf } from "../wiring.ts";

/** A flow and what the checks look up in it, read once, so that a check takes time linear in the flow. */
export type IndexedFlow = {
  readonly flow: Flow;
  readonly nodes: ReadonlyMap<string, FlowNode>;
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>;
  readonly leadsTo: Wiring;
  /** The names of the flow's own variables. */
  readonly variables: ReadonlySet<string>;
  /** What each node puts out. */
  readonly outputs: ReadonlyMap<string, ReadonlySet<string>>;
  /** What any node puts out. */
  readonly allOutputs: ReadonlySet<string>;
};

/** Reads a flow for the checks. Of two nodes with one id the last counts; the check refuses such a flow. */
export function indexFlow(flow: Flow): IndexedFlow {
  return {
    flow,
    nodes: new Map(flow.nodes.map((node) => [node.id, node])),
    outcomes: new Map(flow.nodes.map((node) => [node.id, outcomesOf(node)])),
    leadsTo: wiringOf(flow),
    variables: new Set(flow.variables.map(({ name }) => name)),
    outputs: new Map(flow.nodes.map((node) => [node.id, new Set(outputsOf(node))])),
    allOutputs: new Set(flow.nodes.flatMap(outputsOf)),
  };
}

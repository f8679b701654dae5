import type { Flow } from "@parley/flow";
import type { CompiledNode, Way } from "../compiled-node.ts";
import { timeout } from "../nodes/behaviour.ts";
import type { StateShape, Transition } from "./state-shape.ts";

/** The value of a conversation that has not begun. */
export const idle = "idle";

const ended = "ended";

/** The key of a node's state. */
export function stateKey(nodeId: string): string {
  return `at_${nodeId}`;
}

/** The delay of a node's time-out, part of its timer's id. */
export function delayName(nodeId: string): string {
  return `${timeout}_${nodeId}`;
}

/** The machine of a flow as an XState config: JSON, one state for each node, every outcome a transition. */
export function machineConfig(flow: Flow, nodes: ReadonlyMap<string, CompiledNode>): object {
  const states: { [key: string]: object } = {
    [idle]: { on: { "conversation-started": { target: `#${stateKey(startOf(flow))}` } } },
    [ended]: { id: ended, type: "final" },
  };
  for (const [id, compiled] of nodes) states[stateKey(id)] = nodeState(id, compiled);
  return {
    id: "flow",
    initial: idle,
    states,
    on: {
      "receipt-received": { actions: [{ type: "merge-receipt" }] },
      "conversation-interrupted": finish("interrupted"),
      "conversation-stopped": finish("stopped"),
    },
  };
}

function startOf(flow: Flow): string {
  return flow.nodes.find(({ type }) => type === "start")?.id ?? "";
}

function finish(how: "exhausted" | "interrupted" | "stopped"): Transition {
  return { target: `#${ended}`, actions: [{ type: "finish", params: { how } }] };
}

function nodeState(id: string, { behaviour, ways }: CompiledNode): object {
  const leave = (outcome: string, reaction?: string): Transition => ({
    target: targetOf(ways[outcome]),
    reenter: true,
    actions: [
      ...(reaction === undefined ? [] : [{ type: "react", params: { node: id, reaction } } as const]),
      { type: "leave", params: { node: id, outcome } },
    ],
  });
  const shape = behaviour.shape(leave);
  const entry = [{ type: "enter", params: { node: id } }];
  if (shape.type === "final") return { id: stateKey(id), type: "final", entry };
  const decided = Object.keys(ways).map((outcome) => ({
    ...leave(outcome),
    guard: { type: "decided", params: { outcome } },
  }));
  const exhausted = { ...finish("exhausted"), guard: { type: "exhausted" } };
  return {
    ...nameDelays(id, shape),
    id: stateKey(id),
    entry,
    always: [exhausted, ...decided, ...(shape.always ?? [])],
  };
}

function targetOf(way: Way | undefined): string {
  return way?.type === "node" ? `#${stateKey(way.target)}` : `#${ended}`;
}

/** Behaviours call their delay `timeout`; a machine's delays have names of their own. */
function nameDelays(id: string, { after, states, ...rest }: StateShape): object {
  return {
    ...rest,
    ...(after?.[timeout] === undefined ? {} : { after: { [delayName(id)]: after[timeout] } }),
    ...(states === undefined
      ? {}
      : { states: Object.fromEntries(Object.entries(states).map(([name, inner]) => [name, nameDelays(id, inner)])) }),
  };
}

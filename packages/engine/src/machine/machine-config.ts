import type { Flow } from "@parley/flow";
import type { CompiledNode, Way } from "../compiled-node.ts";
import type { Transition } from "./state-shape.ts";

/** The value of a conversation that has not begun. */
export const idle = "idle";

const ended = "ended";

/** The key of a node's state. */
function stateKey(nodeId: string): string {
  return `at_${nodeId}`;
}

/** The machine of a flow as an XState config: JSON, one state for each node, every outcome a transition. */
export function machineConfig(flow: Flow, nodes: ReadonlyMap<string, CompiledNode>): object {
  const start = startOf(flow);
  const begin: Transition = {
    target: `#${stateKey(start)}`,
    actions: [{ type: "react", params: { node: start, reaction: "begin" } }],
  };
  const states: { [key: string]: object } = {
    [idle]: { on: { "conversation-started": begin, "conversation-triggered": begin } },
    [ended]: { id: ended, type: "final" },
  };
  for (const [id, compiled] of nodes) states[stateKey(id)] = nodeState(id, compiled);
  return {
    id: "flow",
    initial: idle,
    states,
    on: {
      "receipt-received": { guard: { type: "concerns" }, actions: [{ type: "merge-receipt" }] } satisfies Transition,
      "reply-recorded": { guard: { type: "concerns" }, actions: [{ type: "record-reply" }] } satisfies Transition,
      "conversation-stopped": { target: `#${ended}`, actions: [{ type: "stop" }] } satisfies Transition,
    },
  };
}

function startOf(flow: Flow): string {
  return flow.nodes.find(({ type }) => type === "start")?.id ?? "";
}

function nodeState(id: string, { behaviour, ways }: CompiledNode): object {
  const leave = (outcome: string, reaction?: string): Transition => ({
    target: targetOf(ways[outcome]),
    reenter: true,
    actions: [{ type: "leave", params: { node: id, outcome, reaction } }],
  });
  const shape = behaviour.shape(leave);
  const entry = [{ type: "enter", params: { node: id } }];
  if (shape.type === "final") return { id: stateKey(id), type: "final", entry };
  const interrupted: Transition = { target: `#${ended}`, actions: [{ type: "interrupt", params: { node: id } }] };
  const exhausted: Transition = { target: `#${ended}`, guard: { type: "exhausted" } };
  const decided = Object.keys(ways).map(
    (outcome): Transition => ({ ...leave(outcome), guard: { type: "decided", params: { outcome } } }),
  );
  return {
    ...shape,
    id: stateKey(id),
    entry,
    on: { ...shape.on, "conversation-interrupted": interrupted },
    always: [exhausted, ...decided, ...(shape.always ?? [])],
  };
}

function targetOf(way: Way | undefined): string {
  return way?.type === "node" ? `#${stateKey(way.target)}` : `#${ended}`;
}

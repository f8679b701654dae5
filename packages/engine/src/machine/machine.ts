import type { Flow } from "@parley/flow";
import { invariant } from "@parley/messaging";
import { enqueueActions, setup } from "xstate";
import type { CompiledNode } from "../compiled-node.ts";
import type { ConversationContext } from "../conversation.ts";
import { verdictOf } from "../send-record.ts";
import { Step } from "../step.ts";
import { runAction } from "../steps.ts";
import { delayName, machineConfig } from "./machine-config.ts";
import type { MachineEvent } from "./machine-event.ts";
import type { Action, Guard } from "./state-shape.ts";

/** Transitions of one turn for each node execution, with room; more of them means that this code is wrong. */
const microstepsPerExecution = 4;

/** The XState machine of a flow. Its machines keep to the conditions that `turn-path.ts` states. */
export function createFlowMachine(flow: Flow, nodes: ReadonlyMap<string, CompiledNode>) {
  const { maxNodeExecutions } = flow.settings;
  const machine = setup({
    types: { context: {} as ConversationContext, events: {} as MachineEvent },
    guards: guardsOf(maxNodeExecutions),
    actions: actionsOf(nodes) as never,
    delays: delaysOf(nodes),
  }).createMachine({
    ...machineConfig(flow, nodes),
    options: { maxIterations: maxNodeExecutions * microstepsPerExecution + 100 },
  } as never);
  return machine;
}

/** The XState machine of a flow. */
export type FlowMachine = ReturnType<typeof createFlowMachine>;

type Params<Kind extends Guard["type"]> =
  Extract<Guard, { type: Kind }> extends { params: infer Value } ? Value : undefined;
type Facts = { readonly context: ConversationContext; readonly event: MachineEvent };

function guardsOf(maxNodeExecutions: number) {
  return {
    decided: ({ context }: Facts, { outcome }: Params<"decided">) => context.decision === outcome,
    exhausted: ({ context }: Facts) => context.visits > maxNodeExecutions,
    answers: ({ context, event }: Facts, { node }: Params<"answers">) =>
      "key" in event && context.sends[node]?.key === event.key,
    shows: ({ context }: Facts, { node, awaited, verdict }: Params<"shows">) =>
      verdictOf(context.sends[node], awaited) === verdict,
  };
}

/** Every action runs one step and hands on what it gathered: the context, then journal entries and effects as actions without implementation. */
function actionsOf(nodes: ReadonlyMap<string, CompiledNode>) {
  const run = (type: Action["type"]) =>
    enqueueActions<ConversationContext, MachineEvent, Record<string, string> | undefined>(
      ({ context, event, enqueue }, params) => {
        const step = new Step(params?.["node"] ?? "", context, event);
        runAction(nodes, { type, params } as Action, step);
        if (step.context !== context) enqueue.assign(() => step.context);
        for (const entry of step.journal) enqueue({ type: "journal", params: entry } as never);
        for (const effect of step.effects) enqueue({ type: "effect", params: effect } as never);
      },
    );
  return {
    enter: run("enter"),
    react: run("react"),
    leave: run("leave"),
    "merge-receipt": run("merge-receipt"),
    finish: run("finish"),
  } satisfies Record<Action["type"], unknown>;
}

function delaysOf(nodes: ReadonlyMap<string, CompiledNode>) {
  const delays: { [name: string]: (facts: Facts) => number } = {};
  for (const [id, { behaviour }] of nodes) {
    const { timeoutMs } = behaviour;
    if (timeoutMs === undefined) continue;
    delays[delayName(id)] = ({ context }) => {
      const delayMs = timeoutMs(context);
      invariant(Number.isInteger(delayMs) && delayMs > 0, "a delay is a positive number of milliseconds");
      return delayMs;
    };
  }
  return delays;
}

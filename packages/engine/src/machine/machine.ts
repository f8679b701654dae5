import type { Flow } from "@parley/flow";
import { invariant } from "@parley/messaging";
import { enqueueActions, setup } from "xstate";
import type { CompiledNode } from "../compiled-node.ts";
import type { ConversationContext } from "../conversation.ts";
import type { KeepOutputs } from "../kept-outputs.ts";
import { verdictOf } from "../send-record.ts";
import { Step } from "../step.ts";
import { type Program, runAction } from "../steps.ts";
import { machineConfig } from "./machine-config.ts";
import type { MachineEvent } from "./machine-event.ts";
import type { Facts } from "../nodes/behaviour.ts";
import type { Action, Guard } from "./state-shape.ts";

/** Transitions of one turn for each node execution, with room; more of them means that this code is wrong. */
const microstepsPerExecution = 4;

/** The XState machine of a flow. It keeps to the conditions that `turn-path.ts` states. */
export function createFlowMachine(flow: Flow, nodes: ReadonlyMap<string, CompiledNode>, keep: KeepOutputs) {
  const { maxNodeExecutions } = flow.settings;
  return setup({
    types: { context: {} as ConversationContext, events: {} as MachineEvent },
    guards: guardsOf(nodes, maxNodeExecutions),
    actions: actionsOf({ nodes, maxNodeExecutions, keep }) as never,
    delays: { wait },
  }).createMachine({
    ...machineConfig(flow, nodes),
    options: { maxIterations: maxNodeExecutions * microstepsPerExecution + 100 },
  } as never);
}

/** The XState machine of a flow. */
export type FlowMachine = ReturnType<typeof createFlowMachine>;

type Params<Kind extends Guard["type"]> =
  Extract<Guard, { type: Kind }> extends { params: infer Value } ? Value : undefined;

function guardsOf(nodes: ReadonlyMap<string, CompiledNode>, maxNodeExecutions: number) {
  return {
    decided: ({ context }: Facts, { outcome }: Params<"decided">) => context.decision === outcome,
    exhausted: ({ context }: Facts) => context.visits > maxNodeExecutions,
    answers: ({ context, event }: Facts, { node }: Params<"answers">) =>
      "key" in event && context.sends[node]?.key === event.key,
    "answers-task": ({ context, event }: Facts) =>
      "key" in event && event.key === `${context.conversationId}-${context.visits}`,
    concerns: ({ context, event }: Facts) =>
      "key" in event && Object.values(context.sends).some(({ key }) => key === event.key),
    takes: (facts: Facts, { node, entry }: Params<"takes">) =>
      nodes.get(node)?.behaviour.takes?.(entry, facts) === true,
    shows: ({ context }: Facts, { node, awaited, verdict }: Params<"shows">) =>
      verdictOf(context.sends[node], awaited) === verdict,
  } satisfies Record<Guard["type"], unknown>;
}

/** Every action runs one step and hands on what it gathered: the context, and the rest as an action without implementation. */
function actionsOf(program: Program) {
  const run = (type: Action["type"]) =>
    enqueueActions<ConversationContext, MachineEvent, Record<string, string> | undefined>(
      ({ context, event, enqueue }, params) => {
        const step = new Step(params?.["node"] ?? "", { context, event }, program.keep);
        runAction(program, { type, params } as Action, step);
        const { journal, effects } = step;
        if (step.context !== context) enqueue.assign(() => step.context);
        if (journal.length + effects.length > 0)
          enqueue({ type: "hand-on", params: { journal, effects } satisfies HandedOn } as never);
      },
    );
  return {
    enter: run("enter"),
    react: run("react"),
    leave: run("leave"),
    "merge-receipt": run("merge-receipt"),
    "record-reply": run("record-reply"),
    interrupt: run("interrupt"),
    stop: run("stop"),
  } satisfies Record<Action["type"], unknown>;
}

/** What a step gathered besides the context. */
export type HandedOn = Pick<Step, "journal" | "effects">;

/**
 * The wait of the present node. A node that fails as it is entered has set none, and is left before its timer could fire; XState arms that
 * timer all the same, and would fire it at once if it were given no number.
 */
function wait({ context }: Facts): number {
  const waitMs = context.waitMs ?? 1;
  invariant(Number.isInteger(waitMs) && waitMs > 0, "a delay is a positive number of milliseconds");
  return waitMs;
}

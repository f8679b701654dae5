import { invariant, type Json } from "@parley/messaging";
import { type AnyActorScope, createEmptyActor, type StateValue } from "xstate";
import type { ConversationContext } from "../conversation.ts";
import type { FlowMachine, HandedOn } from "./machine.ts";
import type { MachineEvent } from "./machine-event.ts";

/*
 * The short way through XState. Its documented `transition()` runs the whole start again on every call, and `resolveState` walks every state
 * of the machine; both grow with the flow. Here one scope serves all turns of a machine and a restored snapshot is a copy of a template.
 * That is sound because:
 * 1. Machines use no invoke, spawn, history or sendTo, so that an empty actor can stand in for the running one.
 * 2. Guards and steps are pure: context and event in, new context and actions out.
 * 3. Effects are actions without implementation: they come out as data, and nothing runs.
 * 4. State keys are `at_` and a node's id, never text that could mean something to XState or to JavaScript.
 * 5. Event types come from a closed set, because XState remembers every type it has seen.
 * 6. Delays are named and always yield a positive number, because XState fires anything else at once.
 * 7. A machine is used synchronously, because its turns share the scope.
 */

/** Where a conversation stands and what it knows, as XState sees it. */
export type MachineState = {
  readonly value: Json;
  readonly context: ConversationContext;
  readonly status: "active" | "done";
};

/** What a transition asks for, in order. */
export type MachineAction =
  | ({ readonly type: "hand-on" } & HandedOn)
  | { readonly type: "arm"; readonly timerId: string; readonly delayMs: number }
  | { readonly type: "disarm"; readonly timerId: string };

/** Where a transition leads and what it asks for. */
export type Transitioned = { readonly state: MachineState; readonly actions: readonly MachineAction[] };

/** A machine's turns. */
export type TurnPath = {
  /** Undefined when the event changes nothing. Throws when the state is none of the machine's. */
  readonly transition: (state: MachineState, event: MachineEvent) => Transitioned | undefined;
  /** Whether the event would cause a transition. */
  readonly accepts: (state: MachineState, event: MachineEvent) => boolean;
};

type Snapshot = ReturnType<FlowMachine["restoreSnapshot"]>;
type Executable = { readonly type: string; readonly params?: unknown };

/** Makes the turns of a machine. */
export function createTurnPath(machine: FlowMachine): TurnPath {
  const self = createEmptyActor();
  let gathered: Executable[] = [];
  const scope = {
    self,
    system: self.system,
    id: "",
    sessionId: "",
    logger: () => {},
    defer: () => {},
    stopChild: () => {},
    emit: () => {},
    actionExecutor: (action: Executable) => void gathered.push(action),
  } as unknown as AnyActorScope;
  const templates = new Map<string, Snapshot>();
  const restore = ({ value, context, status }: MachineState): Snapshot => {
    const key = JSON.stringify(value);
    let template = templates.get(key);
    if (template === undefined) {
      const persisted = { status: "active", value: value as StateValue, context: {}, children: {}, historyValue: {} };
      template = machine.restoreSnapshot(persisted as never, scope);
      // XState takes some names that a machine does not have, such as `constructor`, for its start.
      invariant(JSON.stringify(template.value) === key, "a conversation stands in a state of its flow");
      templates.set(key, template);
    }
    return { ...template, context, status } as Snapshot;
  };
  return {
    transition: (state, event) => {
      gathered = [];
      const snapshot = restore(state);
      const next = machine.transition(snapshot, event as never, scope);
      if (next === snapshot) return undefined;
      const actions = gathered.map(readAction);
      return { state: { value: next.value as Json, context: next.context, status: next.status as "active" }, actions };
    },
    accepts: (state, event) => restore(state).can(event as never),
  };
}

/** Reads an XState action; one that is none of ours means that a machine breaks the conditions above. */
function readAction({ type, params }: Executable): MachineAction {
  switch (type) {
    case "hand-on":
      return { type, ...(params as HandedOn) };
    case "xstate.raise": {
      const { id, delay } = params as { id: string; delay: number };
      return { type: "arm", timerId: id, delayMs: delay };
    }
    case "xstate.cancel":
      return { type: "disarm", timerId: (params as { sendId: string }).sendId };
    default:
      throw new Error(`XState asked for ${type}, which no compiled flow uses.`);
  }
}

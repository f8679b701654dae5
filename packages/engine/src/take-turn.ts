import { channelEventOf, type Contact, invariant } from "@parley/messaging";
import { type CompiledFlow, initialVariables } from "./compile.ts";
import type { Conversation, PendingTimer } from "./conversation.ts";
import type { Effect } from "./effect.ts";
import type { TurnEvent } from "./event.ts";
import type { JournalEntry } from "./journal-entry.ts";
import { idle } from "./machine/machine-config.ts";
import type { MachineEvent } from "./machine/machine-event.ts";
import { nodeOfValue } from "./machine/state-value.ts";
import type { MachineAction } from "./machine/turn-path.ts";

/** What a turn makes of a conversation. */
export type Turn = {
  /** False when the event meant nothing here; then everything else is as it was. */
  readonly isHandled: boolean;
  readonly conversation: Conversation;
  readonly effects: readonly Effect[];
  readonly journal: readonly JournalEntry[];
};

/** A conversation before its start event. `id` becomes part of effect keys: letters, digits and `-`, at most 80. */
export function newConversation(
  compiled: CompiledFlow,
  about: { readonly id: string; readonly appId: string; readonly contact: Contact },
): Conversation {
  return {
    id: about.id,
    flowId: compiled.flow.id,
    flowVersion: compiled.version,
    turn: 0,
    value: idle,
    status: "active",
    timers: {},
    context: {
      conversationId: about.id,
      appId: about.appId,
      contact: about.contact,
      variables: initialVariables(compiled.flow),
      outputs: {},
      latest: {},
      sends: {},
      visits: 0,
      decision: null,
      result: null,
    },
  };
}

/**
 * Takes one turn: one event in, the next conversation and the effects out. Pure: the same input gives the same output, the input is never
 * changed, and nothing is waited for, read or written. Throws only when this code is wrong; the conversation given then still stands.
 */
export function takeTurn(compiled: CompiledFlow, conversation: Conversation, event: TurnEvent): Turn {
  const unhandled: Turn = { isHandled: false, conversation, effects: [], journal: [] };
  if (conversation.status === "done" || isStale(conversation, event)) return unhandled;
  const machineEvent = machineEventOf(event);
  if (machineEvent === undefined) return unhandled;
  const { state, actions } = compiled.path.transition(conversation, machineEvent);
  const isSame =
    actions.length === 0 && state.context === conversation.context && sameValue(state.value, conversation.value);
  if (isSame) return unhandled;
  const turn = conversation.turn + 1;
  const effects = netEffects(actions, { at: event.at, generation: turn });
  const timers = timersAfter(conversation.timers, effects, event);
  return {
    isHandled: true,
    conversation: { ...conversation, ...state, turn, timers },
    effects,
    journal: actions.flatMap((action) => (action.type === "journal" ? [action.entry] : [])),
  };
}

/** Whether a turn with this event would be handled. Guards are asked; nothing changes. */
export function accepts(compiled: CompiledFlow, conversation: Conversation, event: TurnEvent): boolean {
  if (conversation.status === "done" || isStale(conversation, event)) return false;
  const machineEvent = machineEventOf(event);
  return machineEvent !== undefined && compiled.path.accepts(conversation, machineEvent);
}

/** The node where a conversation stands; undefined before its start and after an unwired end. */
export function nodeOf(conversation: Conversation): string | undefined {
  return nodeOfValue(conversation.value);
}

/** Whether a conversation stands at a Receive, the one place where it waits for the contact. */
export function isReceiving(compiled: CompiledFlow, conversation: Conversation): boolean {
  const id = nodeOf(conversation);
  return conversation.status === "active" && id !== undefined && compiled.nodes.get(id)?.node.type === "receive";
}

/** A timer that was cancelled or armed anew since it was set. */
function isStale({ timers }: Conversation, event: TurnEvent): boolean {
  return event.type === "timer-fired" && timers[event.timerId]?.generation !== event.generation;
}

function machineEventOf(event: TurnEvent): MachineEvent | undefined {
  if (event.type === "timer-fired") return { type: event.timerId as `xstate.after.${string}`, at: event.at };
  if (event.type !== "message-received") return event;
  const type = channelEventOf(event.message.content);
  return type === undefined ? undefined : { ...event, type };
}

function sameValue(left: Conversation["value"], right: Conversation["value"]): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

/** Of each timer only its last word in the turn counts: one that was armed and disarmed within the turn was never there. */
function netEffects(
  actions: readonly MachineAction[],
  { at, generation }: { at: number; generation: number },
): Effect[] {
  const effects: Effect[] = [];
  const timers = new Map<string, Effect>();
  for (const action of actions) {
    if (action.type === "effect") effects.push(action.effect);
    if (action.type === "disarm") timers.set(action.timerId, { type: "cancel-timer", timerId: action.timerId });
    if (action.type !== "arm") continue;
    const { timerId, delayMs } = action;
    timers.set(timerId, { type: "set-timer", timerId, generation, firesAt: at + delayMs });
  }
  return [...effects, ...timers.values()];
}

function timersAfter(
  known: Conversation["timers"],
  effects: readonly Effect[],
  event: TurnEvent,
): { readonly [timerId: string]: PendingTimer } {
  const timers: { [timerId: string]: PendingTimer } = { ...known };
  if (event.type === "timer-fired") delete timers[event.timerId];
  for (const effect of effects) {
    if (effect.type === "cancel-timer") delete timers[effect.timerId];
    if (effect.type === "set-timer")
      timers[effect.timerId] = { generation: effect.generation, firesAt: effect.firesAt };
  }
  invariant(Object.keys(timers).length <= 10, "a conversation has few timers");
  return timers;
}

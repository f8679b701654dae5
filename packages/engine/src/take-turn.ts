import { type Contact, invariant } from "@parley/messaging";
import { type CompiledFlow, initialVariables } from "./compile.ts";
import type { Conversation, PendingTimer } from "./conversation.ts";
import type { CancelTimer, Effect, SetTimer } from "./effect.ts";
import type { TurnEvent } from "./event.ts";
import type { JournalEntry } from "./journal-entry.ts";
import { idle } from "./machine/machine-config.ts";
import { machineEventOf } from "./machine/machine-event.ts";
import { nodeOfValue } from "./machine/state-value.ts";
import type { MachineAction } from "./machine/turn-path.ts";
import { isSamePerson } from "./recipient.ts";
import { topicsOfContact } from "./topic.ts";

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
      waitMs: null,
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
  if (isBeside(conversation, event)) return unhandled;
  const machineEvent = machineEventOf(event);
  if (machineEvent === undefined) return unhandled;
  const transitioned = compiled.path.transition(conversation, machineEvent);
  if (transitioned === undefined) return unhandled;
  const { state, actions } = transitioned;
  const turn = conversation.turn + 1;
  const pending = pendingTimers(conversation.timers, event);
  const timerEffects = netTimers(actions, pending, { at: event.at, generation: turn });
  return {
    isHandled: true,
    conversation: { ...conversation, ...state, turn, timers: timersAfter(pending, timerEffects) },
    effects: [...actions.flatMap((action) => (action.type === "hand-on" ? action.effects : [])), ...timerEffects],
    journal: actions.flatMap((action) => (action.type === "hand-on" ? action.journal : [])),
  };
}

/**
 * Whether the event means something here. Guards are asked; no step runs. When it does not, a turn is unhandled; when it does, a turn is handled,
 * but for a receipt that tells nothing new.
 */
export function accepts(compiled: CompiledFlow, conversation: Conversation, event: TurnEvent): boolean {
  if (isBeside(conversation, event)) return false;
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

/** Whether an event means nothing here and the machine is not asked about it. */
export function isBeside(conversation: Conversation, event: TurnEvent): boolean {
  return conversation.status === "done" || isStale(conversation, event) || isOfSomeoneElse(conversation, event);
}

/** A message of another contact means something only to a node that waits for them, and such a node listens for them. */
function isOfSomeoneElse({ context }: Conversation, event: TurnEvent): boolean {
  if (event.type !== "message-received" || isSamePerson(context.contact, event.contact)) return false;
  return !topicsOfContact(context.appId, event.contact).some((topic) => context.topics?.includes(topic));
}

/** A timer that was cancelled or armed anew since it was set. */
function isStale({ timers }: Conversation, event: TurnEvent): boolean {
  return event.type === "timer-fired" && timers[event.timerId]?.generation !== event.generation;
}

type Timers = Conversation["timers"];

/** The timers that may still fire once the event has come: a fired one is spent. */
function pendingTimers(timers: Timers, event: TurnEvent): Timers {
  if (event.type !== "timer-fired") return timers;
  const pending: { [timerId: string]: PendingTimer } = { ...timers };
  delete pending[event.timerId];
  return pending;
}

/** Of each timer only its last word in the turn counts, and only one that was pending need be cancelled. */
function netTimers(
  actions: readonly MachineAction[],
  pending: Timers,
  { at, generation }: { readonly at: number; readonly generation: number },
): (SetTimer | CancelTimer)[] {
  const words = new Map<string, SetTimer | CancelTimer>();
  for (const action of actions) {
    if (action.type === "hand-on") continue;
    const { timerId } = action;
    // A timer's last word also takes the last place.
    words.delete(timerId);
    if (action.type === "arm")
      words.set(timerId, { type: "set-timer", timerId, generation, firesAt: at + action.delayMs });
    else if (Object.hasOwn(pending, timerId)) words.set(timerId, { type: "cancel-timer", timerId });
  }
  return [...words.values()];
}

function timersAfter(pending: Timers, effects: readonly (SetTimer | CancelTimer)[]): Timers {
  if (effects.length === 0) return pending;
  const timers: { [timerId: string]: PendingTimer } = { ...pending };
  for (const effect of effects) {
    if (effect.type === "cancel-timer") delete timers[effect.timerId];
    else timers[effect.timerId] = { generation: effect.generation, firesAt: effect.firesAt };
  }
  invariant(Object.keys(timers).length <= 10, "a conversation has few timers");
  return timers;
}

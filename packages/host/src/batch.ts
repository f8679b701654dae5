import { assertNever } from "@parley/messaging";
import type { CommitUnit, Loaded } from "@parley/store";
import { stopConversation } from "./conversation-turn.ts";
import { type BatchTools, type Desk, openDesk, type Place } from "./desk.ts";
import type { BatchEvent, HostEvent } from "./host-event.ts";
import { settleDeferred } from "./route-message.ts";
import { takeMessage } from "./take-message.ts";
import { takeOptIn } from "./take-opt-in.ts";
import { takeAttempt, takeReceipt, takeSuspicion } from "./take-send-event.ts";
import { takeSignal, takeTrigger } from "./take-signal.ts";
import { takeTaskAnswer } from "./take-task-answer.ts";
import { postponeTimer, takeTimer } from "./take-timer-event.ts";
import { findLive, hasChanged, type ThreadWork, unitOf } from "./thread-work.ts";
import { type Touch, touching } from "./touch.ts";

/** What must be committed together, and what is said once it is. */
export type BatchUnit = { readonly unit: CommitUnit; readonly sayings: ThreadWork["sayings"] };

/** A unit that an event is part of, by its index, and how many conversations the event began or resumed in it. */
export type UnitTouch = { readonly unit: number; readonly count: number };

/** What a batch came to: units to commit, and for each event that was taken the units it is part of. */
export type BatchResult = {
  readonly units: readonly BatchUnit[];
  /** By event index: none when the event changed nothing. There may be fewer than there were events; the others were not taken. */
  readonly touches: readonly (readonly UnitTouch[])[];
};

/**
 * Takes the events of a batch in order, over what was loaded for them. Changes nothing but what it returns.
 * 1. Events of one thread chain: each sees what those before it did, and all of them are part of one unit, those that change nothing because of an
 *    earlier one included.
 * 2. An event may touch several threads, and then is part of several units, which are stored each for itself. It has a batch of its own: one that
 *    must be taken again because only some of them could be stored is taken after all that came before it, and before all that came after.
 */
export function takeBatch(events: readonly BatchEvent[], loaded: Loaded, tools: BatchTools): BatchResult {
  const desk = openDesk(loaded, tools);
  const taken: (readonly Touch[])[] = [];
  for (const [index, event] of events.entries()) {
    const touches = takeEvent(event, desk);
    const isAlone = changesSeveral(touches, desk);
    if (isAlone && index > 0) return takeBatch(events.slice(0, index), loaded, tools);
    taken.push(touches);
    if (isAlone) break;
  }
  const units: BatchUnit[] = [];
  const indexes = new Map<Place, number>();
  for (const place of looseFirst(taken.flat())) {
    const unit = "unit" in place ? place.unit : unitOf(place, desk.before.get(place.thread.id));
    if (unit === undefined) continue;
    indexes.set(place, units.length);
    units.push({ unit, sayings: "unit" in place ? [] : place.sayings });
  }
  return { units, touches: taken.map((touches) => unitTouches(touches, indexes)) };
}

/** Whether an event has left more than one place changed. */
function changesSeveral(touches: readonly Touch[], desk: Desk): boolean {
  if (touches.length < 2) return false;
  const places = new Set(touches.map(({ place }) => place));
  const changed = [...places].filter((place) => "unit" in place || hasChanged(place, desk.before.get(place.thread.id)));
  return changed.length > 1;
}

/** Each place once; rows that belong to no thread come first, so that a receipt is parked before a thread of the same batch takes it. */
function looseFirst(touches: readonly Touch[]): Place[] {
  const all = [...new Set(touches.map(({ place }) => place))];
  return [...all.filter((place) => "unit" in place), ...all.filter((place) => !("unit" in place))];
}

function unitTouches(touches: readonly Touch[], indexes: ReadonlyMap<Place, number>): UnitTouch[] {
  return touches.flatMap(({ place, count }) => {
    const unit = indexes.get(place);
    return unit === undefined ? [] : [{ unit, count }];
  });
}

function takeEvent(event: BatchEvent, desk: Desk): readonly Touch[] {
  switch (event.type) {
    case "message":
      return takeMessage(event, desk);
    case "receipt":
      return takeReceipt(event.receipt, desk);
    case "attempt":
      return takeAttempt(event.key, event.attempt, desk);
    case "suspect-send":
      return touching(takeSuspicion(event.key, event.until, desk));
    case "task-answer":
      return touching(takeTaskAnswer(event.row, event.answer, desk));
    case "timer":
      return touching(takeTimer(event.timer, desk));
    case "postpone-timer":
      return touching(postponeTimer(event.timer, event.firesAt, desk));
    case "trigger":
      return takeTrigger(event, desk);
    case "signal":
      return takeSignal(event.signal, desk);
    case "opt-in":
      return touching(takeOptIn(event, desk));
    case "stop-conversation":
      return touching(takeStop(event, desk));
    case "unrouted": {
      const { connectionId, phoneNumberId, payload } = event;
      return touching({ unit: { unrouted: [{ connectionId, phoneNumberId, payload, receivedAt: desk.tools.now }] } });
    }
    default:
      return assertNever(event);
  }
}

function takeStop(event: Extract<HostEvent, { type: "stop-conversation" }>, desk: Desk): Place | undefined {
  const work = desk.works.get(event.threadId);
  const live = work === undefined ? undefined : findLive(work, event.conversationId);
  if (work === undefined || live === undefined) return work;
  stopConversation(work, live, event.reason, desk.tools);
  settleDeferred(work, live, desk.tools);
  return work;
}

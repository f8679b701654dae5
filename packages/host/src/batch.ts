import { assertNever, mergeContact } from "@parley/messaging";
import type { CommitUnit, Loaded } from "@parley/store";
import { stopConversation } from "./conversation-turn.ts";
import { type BatchTools, type Desk, openDesk, type Place, threadOf } from "./desk.ts";
import type { BatchEvent, HostEvent } from "./host-event.ts";
import { inboxId } from "./load-request.ts";
import { routeMessage, settleDeferred } from "./route-message.ts";
import { takeAttempt, takeReceipt, takeSuspicion } from "./take-send-event.ts";
import { postponeTimer, takeTimer } from "./take-timer-event.ts";
import { findLive, type ThreadWork, unitOf } from "./thread-work.ts";

/** What must be committed together, and what is said once it is. */
export type BatchUnit = { readonly unit: CommitUnit; readonly sayings: ThreadWork["sayings"] };

/** What a batch came to: units to commit, and for each event the unit it is part of. */
export type BatchResult = {
  readonly units: readonly BatchUnit[];
  /** By event index: the unit's index; undefined when the event changed nothing. */
  readonly unitOfEvent: readonly (number | undefined)[];
};

/**
 * Takes the events of a batch in order, over what was loaded for them. Changes nothing but what it returns. Events of one thread chain: each sees
 * what those before it did, and all of them are part of one unit, those that change nothing because of an earlier one included.
 */
export function takeBatch(events: readonly BatchEvent[], loaded: Loaded, tools: BatchTools): BatchResult {
  const desk = openDesk(loaded, tools);
  const places = events.map((event) => takeEvent(event, desk));
  const units: BatchUnit[] = [];
  const indexes = new Map<Place, number>();
  for (const place of looseFirst(places)) {
    const unit = "unit" in place ? place.unit : unitOf(place, desk.before.get(place.thread.id));
    if (unit === undefined) continue;
    indexes.set(place, units.length);
    units.push({ unit, sayings: "unit" in place ? [] : place.sayings });
  }
  return { units, unitOfEvent: places.map((place) => (place === undefined ? undefined : indexes.get(place))) };
}

/** Each place once; rows that belong to no thread come first, so that a receipt is parked before a thread of the same batch takes it. */
function looseFirst(places: readonly (Place | undefined)[]): Place[] {
  const all = [...new Set(places)].filter((place) => place !== undefined);
  return [...all.filter((place) => "unit" in place), ...all.filter((place) => !("unit" in place))];
}

function takeEvent(event: BatchEvent, desk: Desk): Place | undefined {
  switch (event.type) {
    case "message":
      return takeMessage(event, desk);
    case "receipt":
      return takeReceipt(event.receipt, desk);
    case "attempt":
      return takeAttempt(event.key, event.attempt, desk);
    case "suspect-send":
      return takeSuspicion(event.key, event.until, desk);
    case "timer":
      return takeTimer(event.timer, desk);
    case "postpone-timer":
      return postponeTimer(event.timer, event.firesAt, desk);
    case "stop-conversation":
      return takeStop(event, desk);
    case "unrouted": {
      const { connectionId, phoneNumberId, payload } = event;
      return { unit: { unrouted: [{ connectionId, phoneNumberId, payload, receivedAt: desk.tools.now }] } };
    }
    default:
      return assertNever(event);
  }
}

/** Only what the contact did opens the session window, not a notice about them. */
function takeMessage(
  { appId, contact, message }: Extract<HostEvent, { type: "message" }>,
  desk: Desk,
): Place | undefined {
  const id = inboxId(appId, message.id);
  if (desk.seen.has(id)) return desk.seen.get(id);
  const { tools } = desk;
  const work = threadOf(appId, contact, desk);
  desk.seen.set(id, work);
  work.inbox.push({ id, receivedAt: tools.now });
  const { thread } = work;
  const writtenAt = Math.min(message.sentAt, tools.now);
  const isFromContact = message.content.type !== "system";
  const lastInboundAt = isFromContact ? Math.max(thread.lastInboundAt ?? 0, writtenAt) : thread.lastInboundAt;
  work.thread = { ...thread, contact: mergeContact(thread.contact, contact), lastInboundAt };
  routeMessage(work, { contact: work.thread.contact, message }, tools);
  return work;
}

function takeStop(event: Extract<HostEvent, { type: "stop-conversation" }>, desk: Desk): Place | undefined {
  const work = desk.works.get(event.threadId);
  const live = work === undefined ? undefined : findLive(work, event.conversationId);
  if (work === undefined || live === undefined) return work;
  stopConversation(work, live, event.reason, desk.tools);
  settleDeferred(work, live, desk.tools);
  return work;
}

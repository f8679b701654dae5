import { type DeliveryReceipt, identitiesOf, type InboundMessage, mergeContact, type Contact } from "@parley/messaging";
import type { CommitUnit, Loaded, LoadRequest, SendRow, Thread } from "@parley/store";
import { stopConversation, takeLiveTurn, type TurnTools } from "./conversation-turn.ts";
import { type Attempt, rowToRepeat } from "./attempt.ts";
import type { HostEvent, InternalEvent } from "./host-event.ts";
import { routeMessage, settleDeferred } from "./route-message.ts";
import { beginWork, cancelTimer, findLive, mergeRow, noteEvent, type ThreadWork, unitOf } from "./thread-work.ts";

/** What a batch needs besides the events and what was loaded. */
export type BatchTools = TurnTools & { readonly newThreadId: () => string };

/** An event of either kind. */
export type BatchEvent = HostEvent | InternalEvent;

/** What a batch came to: units to commit, and for each event the unit it is part of. */
export type BatchResult = {
  readonly units: readonly CommitUnit[];
  /** By event index: the unit's index; undefined when the event changed nothing. */
  readonly unitOfEvent: readonly (number | undefined)[];
};

/** What a batch of events needs from the store. */
export function loadRequestFor(events: readonly BatchEvent[]): LoadRequest {
  const request = {
    inboxIds: new Set<string>(),
    aliases: new Map<string, { appId: string; identity: string }>(),
    threadIds: new Set<string>(),
    sendKeys: new Set<string>(),
    messageIds: new Set<string>(),
  };
  for (const event of events) {
    if (event.type === "message") {
      request.inboxIds.add(inboxId(event.appId, event.message.id));
      for (const alias of aliasesOf(event.appId, event.contact)) request.aliases.set(aliasKey(alias), alias);
    } else if (event.type === "receipt") {
      request.messageIds.add(event.receipt.messageId);
      if (event.receipt.sendKey !== undefined) request.sendKeys.add(event.receipt.sendKey);
    } else if (event.type === "attempt") {
      request.sendKeys.add(event.key);
      if (event.attempt.type === "accepted") request.messageIds.add(event.attempt.messageId);
    } else if (event.type === "timer") request.threadIds.add(event.timer.threadId);
    else if (event.type === "stop-conversation") request.threadIds.add(event.threadId);
  }
  return {
    inboxIds: [...request.inboxIds],
    aliases: [...request.aliases.values()],
    threadIds: [...request.threadIds],
    sendKeys: [...request.sendKeys],
    messageIds: [...request.messageIds],
  };
}

/**
 * Takes the events of a batch in order, over what was loaded for them. Changes nothing but what it returns. Events of one thread chain: each sees
 * what those before it did.
 */
export function takeBatch(events: readonly BatchEvent[], loaded: Loaded, tools: BatchTools): BatchResult {
  const desk = openDesk(loaded, tools);
  const places = events.map((event) => handle(event, desk));
  const units: CommitUnit[] = [];
  const indexes = new Map<Place, number>();
  for (const place of new Set(places)) {
    if (place === undefined) continue;
    const unit = "unit" in place ? place.unit : unitOf(place, desk.before.get(place.thread.id));
    if (unit === undefined) continue;
    indexes.set(place, units.length);
    units.push(unit);
  }
  return { units, unitOfEvent: places.map((place) => (place === undefined ? undefined : indexes.get(place))) };
}

/** What an event changes: a thread, or rows that belong to none. */
type Place = ThreadWork | { readonly unit: CommitUnit };

/** All that a batch works on and with. */
type Desk = {
  readonly tools: BatchTools;
  readonly before: ReadonlyMap<string, Thread>;
  readonly works: Map<string, ThreadWork>;
  readonly seen: Set<string>;
  readonly aliases: Map<string, string>;
  readonly sends: Map<string, SendRow>;
  readonly keyByMessageId: Map<string, string>;
  readonly parked: Map<string, DeliveryReceipt[]>;
};

function openDesk(loaded: Loaded, tools: BatchTools): Desk {
  const parked = new Map<string, DeliveryReceipt[]>();
  for (const { messageId, receipt } of loaded.parkedReceipts)
    parked.set(messageId, [...(parked.get(messageId) ?? []), receipt]);
  return {
    tools,
    before: new Map(loaded.threads.map(({ thread }) => [thread.id, thread])),
    works: new Map(loaded.threads.map(({ revision, thread }) => [thread.id, beginWork(revision, thread)])),
    seen: new Set(loaded.seenInboxIds),
    aliases: new Map(loaded.aliases.map((alias) => [aliasKey(alias), alias.threadId])),
    sends: new Map(loaded.sends.map((row) => [row.key, row])),
    keyByMessageId: new Map(
      loaded.sends.flatMap(({ key, messageId }) => (messageId === undefined ? [] : [[messageId, key]])),
    ),
    parked,
  };
}

function handle(event: BatchEvent, desk: Desk): Place | undefined {
  const { tools } = desk;
  switch (event.type) {
    case "message": {
      const id = inboxId(event.appId, event.message.id);
      if (desk.seen.has(id)) return undefined;
      desk.seen.add(id);
      const work = threadOf(event.appId, event.contact, desk);
      work.inbox.push({ id, receivedAt: tools.now });
      receive(work, event.contact, event.message, tools);
      return work;
    }
    case "receipt":
      return takeReceipt(event.receipt, desk);
    case "attempt":
      return takeAttempt(event.key, event.attempt, desk);
    case "timer": {
      const { threadId, conversationId, timerId, generation } = event.timer;
      const work = desk.works.get(threadId);
      if (work === undefined) return undefined;
      const isHandled = turnOf(
        work,
        conversationId,
        { type: "timer-fired", at: tools.now, timerId, generation },
        tools,
      );
      const isPending = findLive(work, conversationId)?.conversation.timers[timerId] !== undefined;
      if (isHandled || !isPending) forgetTimer(work, conversationId, timerId);
      return work;
    }
    case "stop-conversation": {
      const work = desk.works.get(event.threadId);
      const live = work === undefined ? undefined : findLive(work, event.conversationId);
      if (work === undefined || live === undefined) return undefined;
      stopConversation(work, event.conversationId, event.reason, tools);
      settleDeferred(work, live, tools);
      return work;
    }
    case "unrouted": {
      const { connectionId, phoneNumberId, payload } = event;
      return { unit: { unrouted: [{ connectionId, phoneNumberId, payload, receivedAt: tools.now }] } };
    }
  }
}

/** A fired timer's row goes unless the turn has armed it anew. */
function forgetTimer(work: ThreadWork, conversationId: string, timerId: string): void {
  if (!work.setTimers.has(`${conversationId} ${timerId}`)) cancelTimer(work, conversationId, timerId);
}

/** One turn of a conversation and what its deferred messages make of it. False when it is not live or the event meant nothing. */
function turnOf(work: ThreadWork, id: string, event: Parameters<typeof takeLiveTurn>[2], tools: TurnTools): boolean {
  const live = findLive(work, id);
  if (live === undefined || live.parked !== undefined || !takeLiveTurn(work, live, event, tools)) return false;
  settleDeferred(work, live, tools);
  return true;
}

function receive(work: ThreadWork, contact: Contact, message: InboundMessage, tools: TurnTools): void {
  const { thread } = work;
  const isFromContact = message.content.type !== "system";
  const writtenAt = Math.min(message.sentAt, tools.now);
  const lastInboundAt = isFromContact ? Math.max(thread.lastInboundAt ?? 0, writtenAt) : thread.lastInboundAt;
  work.thread = { ...thread, contact: mergeContact(thread.contact, contact), lastInboundAt };
  routeMessage(work, { contact: work.thread.contact, message }, tools);
}

/**
 * The thread of a contact on an app. A contact is found by either identity; where two threads claim them, the phone number decides, and the
 * other identity is pointed to its thread.
 */
function threadOf(appId: string, contact: Contact, desk: Desk): ThreadWork {
  const wanted = aliasesOf(appId, contact);
  const known = wanted.map((alias) => desk.aliases.get(aliasKey(alias))).find((id) => id !== undefined);
  const id = known ?? desk.tools.newThreadId();
  const work = desk.works.get(id) ?? beginWork(0, { id, appId, contact, conversationCount: 0, live: [] });
  desk.works.set(id, work);
  for (const alias of wanted) {
    if (desk.aliases.get(aliasKey(alias)) === id) continue;
    desk.aliases.set(aliasKey(alias), id);
    work.aliases.push({ ...alias, threadId: id });
  }
  return work;
}

/** Every receipt is a turn, wherever the conversation stands; after its end only the send's row learns of it. */
function takeReceipt(receipt: DeliveryReceipt, desk: Desk): Place | undefined {
  const row = findSend(receipt, desk);
  if (row === undefined) {
    desk.parked.set(receipt.messageId, [...(desk.parked.get(receipt.messageId) ?? []), receipt]);
    return { unit: { parkReceipts: [{ messageId: receipt.messageId, receipt, parkedAt: desk.tools.now }] } };
  }
  const work = desk.works.get(row.threadId);
  if (work === undefined) return undefined;
  if (row.state === "queued") acceptSend(work, row, receipt.messageId, desk);
  applyReceipt(work, row.key, receipt, desk);
  return work;
}

function findSend({ sendKey, messageId }: DeliveryReceipt, desk: Desk): SendRow | undefined {
  const key = desk.keyByMessageId.get(messageId) ?? sendKey;
  return key === undefined ? undefined : desk.sends.get(key);
}

function applyReceipt(work: ThreadWork, key: string, receipt: DeliveryReceipt, desk: Desk): void {
  const { tools } = desk;
  const row = desk.sends.get(key);
  if (row === undefined) return;
  const merged = mergeRow(row, receipt.status);
  if (merged !== row) saveSend(work, merged, desk);
  const isHandled = turnOf(work, row.conversationId, { type: "receipt-received", at: tools.now, key, receipt }, tools);
  if (!isHandled && merged !== row)
    noteEvent(work, tools.now, { type: "receipt-recorded", key, receipt }, row.conversationId);
}

/**
 * An attempt ended. A row that is no longer queued was decided already, by a receipt that came before the answer. With acceptance the provider's id
 * is known, and the receipts that waited for it are taken.
 */
function takeAttempt(key: string, attempt: Attempt, desk: Desk): Place | undefined {
  const { tools } = desk;
  const row = desk.sends.get(key);
  const work = row === undefined ? undefined : desk.works.get(row.threadId);
  if (row === undefined || work === undefined || row.state !== "queued") return undefined;
  switch (attempt.type) {
    case "accepted":
      acceptSend(work, row, attempt.messageId, desk);
      break;
    case "refused":
    case "failed": {
      const { refusal } = attempt;
      saveSend(work, { ...row, state: attempt.type, attempts: row.attempts + 1, reason: refusal.sentence }, desk);
      const type = attempt.type === "refused" ? "send-refused" : "send-failed";
      turnOf(work, row.conversationId, { type, at: tools.now, key, refusal }, tools);
      break;
    }
    case "again": {
      const next = rowToRepeat(row, attempt, tools.now);
      saveSend(work, next, desk);
      const event = { type: "send-attempted", key, attempt: next.attempts, outcome: attempt.reason } as const;
      noteEvent(work, tools.now, event, row.conversationId);
    }
  }
  return work;
}

function acceptSend(work: ThreadWork, row: SendRow, messageId: string, desk: Desk): void {
  const { tools } = desk;
  saveSend(work, { ...row, state: "accepted", attempts: row.attempts + 1, messageId }, desk);
  turnOf(work, row.conversationId, { type: "send-accepted", at: tools.now, key: row.key, messageId }, tools);
  const waiting = desk.parked.get(messageId) ?? [];
  if (waiting.length === 0) return;
  desk.parked.delete(messageId);
  work.unparkReceipts.push(messageId);
  for (const receipt of waiting) applyReceipt(work, row.key, receipt, desk);
}

function saveSend(work: ThreadWork, row: SendRow, desk: Desk): void {
  work.sends.set(row.key, row);
  desk.sends.set(row.key, row);
  if (row.messageId !== undefined) desk.keyByMessageId.set(row.messageId, row.key);
}

function inboxId(appId: string, messageId: string): string {
  return `${appId} ${messageId}`;
}

function aliasesOf(appId: string, contact: Contact): { appId: string; identity: string }[] {
  return identitiesOf(contact).map((identity) => ({ appId, identity }));
}

function aliasKey({ appId, identity }: { readonly appId: string; readonly identity: string }): string {
  return `${appId} ${identity}`;
}

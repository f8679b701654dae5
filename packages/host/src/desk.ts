import type { TurnEvent } from "@parley/engine";
import { type App, type Contact, type DeliveryReceipt, identitiesOf } from "@parley/messaging";
import type { CommitUnit, LiveConversation, Loaded, SendRow, Thread } from "@parley/store";
import { takeLiveTurn, type TurnTools } from "./conversation-turn.ts";
import { aliasesOf, aliasKey } from "./load-request.ts";
import { settleDeferred } from "./route-message.ts";
import { beginWork, findLive, type ThreadWork, topicsOf } from "./thread-work.ts";

/** What a batch needs besides the events and what was loaded. */
export type BatchTools = TurnTools & {
  readonly newThreadId: () => string;
  readonly appOf: (appId: string) => App | undefined;
};

/** What an event changes: a thread, or rows that belong to none. */
export type Place = ThreadWork | { readonly unit: CommitUnit };

/** All that a batch works on and with. */
export type Desk = {
  readonly tools: BatchTools;
  /** The threads as they were loaded. */
  readonly before: ReadonlyMap<string, Thread>;
  readonly works: Map<string, ThreadWork>;
  /** What has been taken, by inbox id; of this batch with its places, which a duplicate shares. */
  readonly seen: Map<string, readonly Place[]>;
  readonly aliases: Map<string, string>;
  readonly sends: Map<string, SendRow>;
  readonly keyByMessageId: Map<string, string>;
  readonly parked: Map<string, DeliveryReceipt[]>;
  /** The threads that were found to wait under a topic. */
  readonly waiting: ReadonlySet<string>;
};

export function openDesk(loaded: Loaded, tools: BatchTools): Desk {
  const parked = new Map<string, DeliveryReceipt[]>();
  for (const { messageId, receipt } of loaded.parkedReceipts)
    parked.set(messageId, [...(parked.get(messageId) ?? []), receipt]);
  return {
    tools,
    before: new Map(loaded.threads.map(({ thread }) => [thread.id, thread])),
    works: new Map(loaded.threads.map(({ revision, thread }) => [thread.id, beginWork(revision, thread, tools.now)])),
    seen: new Map(loaded.seenInboxIds.map((id) => [id, []])),
    aliases: new Map(loaded.aliases.map((alias) => [aliasKey(alias), alias.threadId])),
    sends: new Map(loaded.sends.map((row) => [row.key, row])),
    keyByMessageId: new Map(
      loaded.sends.flatMap(({ key, messageId }) => (messageId === undefined ? [] : [[messageId, key]])),
    ),
    parked,
    waiting: new Set(loaded.topics.map(({ threadId }) => threadId)),
  };
}

/**
 * The thread of a contact on an app. A contact is found by either identity; where two threads claim them, the phone number decides, and the
 * other identity is pointed to its thread.
 */
export function threadOf(appId: string, contact: Contact, desk: Desk): ThreadWork {
  const wanted = aliasesOf(appId, contact);
  const id = findThreadId(appId, contact, desk) ?? desk.tools.newThreadId();
  const known = desk.works.get(id);
  const work = known ?? beginWork(0, { id, appId, contact, conversationCount: 0, live: [] }, desk.tools.now);
  desk.works.set(id, work);
  for (const alias of wanted) {
    if (desk.aliases.get(aliasKey(alias)) === id) continue;
    desk.aliases.set(aliasKey(alias), id);
    work.aliases.push({ ...alias, threadId: id });
  }
  return work;
}

/** The thread of whom a send goes to: most often that of the conversation; undefined where there is none. */
export function receiverOf(
  { threadId, appId, request, receiver = request.to }: SendRow,
  desk: Desk,
): ThreadWork | undefined {
  const own = desk.works.get(threadId);
  if (own !== undefined && isSamePerson(own.thread.contact, receiver)) return own;
  const id = findThreadId(appId, receiver, desk);
  return id === undefined ? undefined : desk.works.get(id);
}

/** Whether two have an identity in common. */
function isSamePerson(one: Contact, other: Contact): boolean {
  const identities = identitiesOf(other);
  return identitiesOf(one).some((identity) => identities.includes(identity));
}

/** A conversation and the thread that it is part of. */
export type Waiting = { readonly work: ThreadWork; readonly live: LiveConversation };

/** The conversations of all threads that wait under one of these topics, those that began last first; as events of this batch have left them. */
export function waitingUnder(topics: readonly string[], desk: Desk): Waiting[] {
  const asked = new Set(topics);
  const works = [...desk.works.values()].filter((work) => desk.waiting.has(work.thread.id) || work.topics.size > 0);
  return works
    .flatMap((work) => work.thread.live.map((live) => ({ work, live })))
    .filter(({ live }) => live.parked === undefined && topicsOf(live.conversation).some((topic) => asked.has(topic)))
    .toSorted((left, right) => right.live.startedAt - left.live.startedAt || byId(left.live, right.live));
}

/** One turn of a conversation and what its deferred messages make of it. False when it is not live or the event meant nothing. */
export function turnOf(work: ThreadWork, id: string, event: TurnEvent, tools: TurnTools): boolean {
  const live = findLive(work, id);
  if (live === undefined || live.parked !== undefined || !takeLiveTurn(work, live, event, tools)) return false;
  settleDeferred(work, live, tools);
  return true;
}

export function saveSend(work: ThreadWork, row: SendRow, desk: Desk): void {
  work.sends.set(row.key, row);
  desk.sends.set(row.key, row);
  if (row.messageId !== undefined) desk.keyByMessageId.set(row.messageId, row.key);
}

/** Writes down that an event was taken in a thread. */
export function markSeen(id: string, work: ThreadWork, desk: Desk): void {
  work.inbox.push({ id, receivedAt: desk.tools.now });
  desk.seen.set(id, [work]);
}

function findThreadId(appId: string, contact: Contact, desk: Desk): string | undefined {
  return aliasesOf(appId, contact)
    .map((alias) => desk.aliases.get(aliasKey(alias)))
    .find((id) => id !== undefined);
}

function byId({ conversation: left }: LiveConversation, { conversation: right }: LiveConversation): number {
  return left.id < right.id ? -1 : 1;
}

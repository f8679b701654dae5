import type { TurnEvent } from "@parley/engine";
import type { Contact, DeliveryReceipt } from "@parley/messaging";
import type { CommitUnit, Loaded, SendRow, Thread } from "@parley/store";
import { takeLiveTurn, type TurnTools } from "./conversation-turn.ts";
import { aliasesOf, aliasKey } from "./load-request.ts";
import { settleDeferred } from "./route-message.ts";
import { beginWork, findLive, type ThreadWork } from "./thread-work.ts";

/** What a batch needs besides the events and what was loaded. */
export type BatchTools = TurnTools & { readonly newThreadId: () => string };

/** What an event changes: a thread, or rows that belong to none. */
export type Place = ThreadWork | { readonly unit: CommitUnit };

/** All that a batch works on and with. */
export type Desk = {
  readonly tools: BatchTools;
  /** The threads as they were loaded. */
  readonly before: ReadonlyMap<string, Thread>;
  readonly works: Map<string, ThreadWork>;
  /** The messages that have been taken, by inbox id; those of this batch with their place, which a duplicate shares. */
  readonly seen: Map<string, Place | undefined>;
  readonly aliases: Map<string, string>;
  readonly sends: Map<string, SendRow>;
  readonly keyByMessageId: Map<string, string>;
  readonly parked: Map<string, DeliveryReceipt[]>;
};

export function openDesk(loaded: Loaded, tools: BatchTools): Desk {
  const parked = new Map<string, DeliveryReceipt[]>();
  for (const { messageId, receipt } of loaded.parkedReceipts)
    parked.set(messageId, [...(parked.get(messageId) ?? []), receipt]);
  return {
    tools,
    before: new Map(loaded.threads.map(({ thread }) => [thread.id, thread])),
    works: new Map(loaded.threads.map(({ revision, thread }) => [thread.id, beginWork(revision, thread)])),
    seen: new Map(loaded.seenInboxIds.map((id) => [id, undefined])),
    aliases: new Map(loaded.aliases.map((alias) => [aliasKey(alias), alias.threadId])),
    sends: new Map(loaded.sends.map((row) => [row.key, row])),
    keyByMessageId: new Map(
      loaded.sends.flatMap(({ key, messageId }) => (messageId === undefined ? [] : [[messageId, key]])),
    ),
    parked,
  };
}

/**
 * The thread of a contact on an app. A contact is found by either identity; where two threads claim them, the phone number decides, and the
 * other identity is pointed to its thread.
 */
export function threadOf(appId: string, contact: Contact, desk: Desk): ThreadWork {
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

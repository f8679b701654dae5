import { type Loaded, type LoadRequest, type Store, type StoreCounts, StoreError } from "../index.ts";
import { commitUnit } from "./commit-unit.ts";
import { copyOf, createMemoryData, keyOf, type MemoryData } from "./memory-data.ts";
import { createMemoryFlowStore } from "./memory-flow-store.ts";
import { createMemorySettingsStore } from "./memory-settings-store.ts";
import { listConversations } from "./list-conversations.ts";

/** How a memory store begins. */
export type MemoryStoreOptions = {
  /** What an earlier store left behind; empty when absent. */
  readonly data?: MemoryData;
  /** What the store says of its predecessor; as the data say when absent, which is true of empty data. */
  readonly wasClosedCleanly?: boolean;
};

/**
 * Makes a store that forgets everything with its data: the reference for all others, for tests and for the simulator. Rows are copied by way
 * of JSON on their way in and out, so that nothing is shared with the caller. It rejects only with the code `closed`.
 */
export function createMemoryStore(options: MemoryStoreOptions = {}): Store {
  const { data = createMemoryData(), wasClosedCleanly = data.isClosedCleanly } = options;
  let isClosed = false;
  let isRecovered = wasClosedCleanly;
  data.isClosedCleanly = false;

  function open(): MemoryData {
    if (isClosed) throw new StoreError("closed", "");
    return data;
  }

  return {
    wasClosedCleanly,
    markRecovered: async () => {
      isRecovered = true;
    },
    flows: createMemoryFlowStore(open),
    settings: createMemorySettingsStore(open),
    load: async (request) => copyOf(find(open(), request)),
    commit: async (units) => {
      const opened = open();
      return units.map((unit) => commitUnit(opened, unit));
    },
    dueTimers: async ({ until, limit }) => {
      const due = [...open().timers.values()].filter(({ firesAt }) => firesAt <= until);
      return copyOf(due.toSorted((left, right) => left.firesAt - right.firesAt).slice(0, limit));
    },
    nextTimerAt: async () => {
      const times = [...open().timers.values()].map(({ firesAt }) => firesAt);
      return times.length === 0 ? undefined : times.reduce((soonest, time) => Math.min(soonest, time));
    },
    queuedSends: async ({ after, limit }) => {
      const queued = [...open().sends.values()].filter(({ state, sequence }) => state === "queued" && sequence > after);
      return copyOf(queued.toSorted((left, right) => left.sequence - right.sequence).slice(0, limit));
    },
    lastQueuedSequence: async () =>
      [...open().sends.values()].reduce(
        (last, { state, sequence }) => (state === "queued" ? Math.max(last, sequence) : last),
        0,
      ),
    counts: async () => count(open()),
    listConversations: async (query) => copyOf(listConversations([...open().conversations.values()], query)),
    getConversation: async (id) => {
      const conversation = open().conversations.get(id);
      return conversation && copyOf(conversation);
    },
    readJournal: async ({ conversationId, after, limit }) => {
      const numbered = open().journal.map((row, index) => ({ ...row, number: index + 1 }));
      const found = numbered.filter((row) => row.conversationId === conversationId && row.number > after);
      return copyOf(found.slice(0, limit));
    },
    forgetBefore: async (at, limit) => forgetBefore(open(), at, limit),
    close: async () => {
      isClosed = true;
      data.isClosedCleanly = isRecovered;
    },
  };
}

function count({ unrouted, sends }: MemoryData): StoreCounts {
  const deadLetters = [...sends.values()].filter(({ state }) => state === "failed").length;
  return { unrouted: unrouted.length, deadLetters };
}

function find({ inbox, aliases, sends, parkedReceipts, threads }: MemoryData, request: LoadRequest): Loaded {
  const keys = new Set(request.sendKeys);
  const messageIds = new Set(request.messageIds);
  const names = new Set(request.aliases.map(({ appId, identity }) => keyOf(appId, identity)));
  const foundAliases = [...names].flatMap((name) => aliases.get(name) ?? []);
  const foundSends = [...sends.values()].filter(
    ({ key, messageId }) => keys.has(key) || (messageId !== undefined && messageIds.has(messageId)),
  );
  const threadIds = new Set(request.threadIds);
  for (const { threadId } of [...foundAliases, ...foundSends]) threadIds.add(threadId);
  return {
    seenInboxIds: [...new Set(request.inboxIds)].filter((id) => inbox.has(id)),
    aliases: foundAliases,
    sends: foundSends,
    parkedReceipts: parkedReceipts.filter(({ messageId }) => messageIds.has(messageId)),
    threads: [...threadIds].flatMap((id) => threads.get(id) ?? []),
  };
}

function forgetBefore(data: MemoryData, at: number, limit: number): number {
  const forgotten = [...data.inbox].filter(([, receivedAt]) => receivedAt < at).slice(0, limit);
  for (const [id] of forgotten) data.inbox.delete(id);
  const old = new Set(data.parkedReceipts.filter(({ parkedAt }) => parkedAt < at).slice(0, limit));
  data.parkedReceipts = data.parkedReceipts.filter((row) => !old.has(row));
  return forgotten.length + old.size;
}

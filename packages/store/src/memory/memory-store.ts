import { type PostRow, type Store, type StoreCounts, StoreError } from "../index.ts";
import { commitUnit } from "./commit-unit.ts";
import { findLoaded } from "./find-loaded.ts";
import { queuedSends, queuedTasks } from "./find-queued.ts";
import { forgetBefore } from "./forget-before.ts";
import { listConversations } from "./list-conversations.ts";
import { createMemoryContactStore } from "./memory-contact-store.ts";
import { copyOf, createMemoryData, type MemoryData } from "./memory-data.ts";
import { createMemoryFlowStore } from "./memory-flow-store.ts";
import { createMemorySettingsStore } from "./memory-settings-store.ts";
import { createMemoryTemplateStore } from "./memory-template-store.ts";

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
    contacts: createMemoryContactStore(open),
    templates: createMemoryTemplateStore(open),
    load: async (request) => copyOf(findLoaded(open(), request)),
    commit: async (units) => {
      const opened = open();
      return units.map((unit) => commitUnit(opened, unit));
    },
    dueTimers: async ({ until, limit }) => {
      const due = [...open().timers.values()].filter(({ firesAt }) => firesAt <= until);
      return copyOf(due.toSorted((left, right) => left.firesAt - right.firesAt).slice(0, limit));
    },
    nextTimerAt: async () => soonest([...open().timers.values()].map(({ firesAt }) => firesAt)),
    queuedSends: async (query) => copyOf(queuedSends(open(), query)),
    queuedTasks: async (query) => copyOf(queuedTasks(open(), query)),
    duePosts: async ({ until, limit }) => {
      const due = queuedPosts(open()).filter(({ nextAttemptAt }) => nextAttemptAt <= until);
      return copyOf(due.toSorted((left, right) => left.nextAttemptAt - right.nextAttemptAt).slice(0, limit));
    },
    nextPostAt: async () => soonest(queuedPosts(open()).map(({ nextAttemptAt }) => nextAttemptAt)),
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

function soonest(times: readonly number[]): number | undefined {
  return times.length === 0 ? undefined : times.reduce((first, time) => Math.min(first, time));
}

function queuedPosts({ posts }: MemoryData): PostRow[] {
  return [...posts.values()].filter(({ state }) => state === "queued");
}

function count({ unrouted, sends, posts }: MemoryData): StoreCounts {
  const deadLetters = [...sends.values()].filter(({ state }) => state === "failed").length;
  const failedPosts = [...posts.values()].filter(({ state }) => state === "failed").length;
  return { unrouted: unrouted.length, deadLetters, failedPosts };
}

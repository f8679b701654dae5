import type { ConversationRow, JournalRow, PostRow, SendRow, TaskRow, TimerRow, TopicRow } from "../rows.ts";
import type { CommitResult, CommitUnit, ConversationQuery, Loaded, LoadRequest, Store } from "../store.ts";
import { type BackUpOptions, backUp } from "./back-up.ts";
import { fromColumn, fromJson, toColumn } from "./column.ts";
import { type Connection, openConnection } from "./connection.ts";
import { watchHealth } from "./health.ts";
import { readRows, runOne } from "./run-one.ts";
import { createSqliteContactStore } from "./sqlite-contact-store.ts";
import { createSqliteFlowStore } from "./sqlite-flow-store.ts";
import { createSqliteSettingsStore } from "./sqlite-settings-store.ts";
import { createSqliteTemplateStore } from "./sqlite-template-store.ts";
import { startWorker } from "./start-worker.ts";
import { readsOf, stepsOf } from "./steps.ts";
import type { Outcome, Row, Step, Unit } from "./unit.ts";

/** Where a store keeps its data. */
export type SqliteStoreOptions = {
  /** The file, made when it is absent; its folder must be there. The log stands beside it under the same name with `-wal`. */
  readonly path: string;
};

/**
 * Opens a store in a file, which is its alone until it is closed or the process ends in whatever way.
 *
 * Rejects with `StoreError`: `busy` when another store has the file open, `read-only` when it cannot be opened or written, `corrupt` when it
 * is damaged or no database, `newer` when a newer version wrote it.
 */
export async function openSqliteStore({ path }: SqliteStoreOptions): Promise<SqliteStore> {
  const connection = watchHealth(await openConnection(startWorker(), path));
  return {
    ...createSqliteStore(connection),
    checkHealth: connection.checkHealth,
    backUp: (options) => backUp(connection, options),
  };
}

/** A store in a file, with what only a file has. */
export interface SqliteStore extends Store {
  /** Rejects with `StoreError` when a commit would, or when damage was found. It writes only where a call has failed before. */
  checkHealth(): Promise<void>;
  /**
   * Copies the store into a new file, while it goes on; the copy has all that was committed before, and more. It is checked, and counts as not
   * closed cleanly. Gives its size. Rejects with `StoreError`: `name-taken`, `not-backed-up`, `closed`; then nothing is left of the copy.
   */
  backUp(options: BackUpOptions): Promise<{ readonly bytes: number }>;
}

function createSqliteStore(connection: Connection): Store {
  let isRecovered = connection.wasClosedCleanly;
  return {
    wasClosedCleanly: connection.wasClosedCleanly,
    markRecovered: async () => {
      isRecovered = true;
    },
    flows: createSqliteFlowStore(connection),
    settings: createSqliteSettingsStore(connection),
    contacts: createSqliteContactStore(connection),
    templates: createSqliteTemplateStore(connection),
    load: (request) => load(connection, request),
    commit: (units) => commit(connection, units),
    dueTimers: async ({ until, limit }) => (await readRows(connection, ["dueTimers", until, limit])).map(timerOf),
    nextTimerAt: () => readTime(connection, "nextTimer"),
    queuedSends: async ({ after, limit }) =>
      (await readRows(connection, ["queuedSends", after, limit])).map(([row]) => fromJson<SendRow>(row)),
    queuedTasks: async ({ after, limit }) =>
      (await readRows(connection, ["queuedTasks", toColumn(after), limit])).map(([row]) => fromJson<TaskRow>(row)),
    duePosts: async ({ until, limit }) =>
      (await readRows(connection, ["duePosts", until, limit])).map(([row]) => fromJson<PostRow>(row)),
    nextPostAt: () => readTime(connection, "nextPost"),
    lastQueuedSequence: async () => {
      const [[sequence] = [null]] = await readRows(connection, ["lastQueuedSequence"]);
      return Number(sequence);
    },
    counts: async () => {
      const [[unrouted, deadLetters, failedPosts] = [0, 0, 0]] = await readRows(connection, ["counts"]);
      return { unrouted: Number(unrouted), deadLetters: Number(deadLetters), failedPosts: Number(failedPosts) };
    },
    listConversations: async (query) =>
      (await readRows(connection, pageOf(query))).map(([row]) => fromJson<ConversationRow>(row)),
    getConversation: async (id) => {
      const [found] = await readRows(connection, ["getConversation", toColumn(id)]);
      return found && fromJson(found[0]);
    },
    readJournal: async ({ conversationId, after, limit }) => {
      const rows = await readRows(connection, ["readJournal", toColumn(conversationId), after, limit]);
      return rows.map(([number, row]) => ({ ...fromJson<JournalRow>(row), number: Number(number) }));
    },
    forgetBefore: (at, limit) => forgetBefore(connection, at, limit),
    close: () => connection.close(isRecovered),
  };
}

async function load(connection: Connection, request: LoadRequest): Promise<Loaded> {
  const outcome = await runOne(connection, readsOf(request));
  const [inbox = [], aliases = [], sends = [], receipts = [], threads = [], topics = []] =
    outcome === "conflict" ? [] : outcome;
  return {
    seenInboxIds: inbox.map(([id]) => fromColumn(id)),
    aliases: aliases.map(([appId, identity, threadId]) => ({
      appId: fromColumn(appId),
      identity: fromColumn(identity),
      threadId: fromColumn(threadId),
    })),
    sends: sends.map(([row]) => fromJson(row)),
    parkedReceipts: receipts.map(([row]) => fromJson(row)),
    topics: topics.map(topicOf),
    threads: threads.map(([revision, state]) => ({ revision: Number(revision), thread: fromJson(state) })),
  };
}

async function commit(connection: Connection, units: readonly CommitUnit[]): Promise<readonly CommitResult[]> {
  const failures = new Map<number, Outcome>();
  const encoded = units.map((unit, index): Unit => {
    try {
      return stepsOf(unit);
    } catch (error) {
      failures.set(index, { failed: String(error) });
      return [];
    }
  });
  const outcomes = await connection.run(encoded);
  return outcomes.map((outcome, index) => resultOf(failures.get(index) ?? outcome));
}

function resultOf(outcome: Outcome): CommitResult {
  if (outcome === "conflict") return { type: "conflict" };
  return "failed" in outcome ? { type: "failed", reason: outcome.failed } : { type: "committed" };
}

function pageOf({ flowId, status, before, limit }: ConversationQuery): Step {
  const page = [before === undefined ? null : toColumn(before), limit] as const;
  if (flowId === undefined) {
    return status === undefined ? ["listConversations", ...page] : ["listConversationsInStatus", ...page, status];
  }
  const flow = toColumn(flowId);
  return status === undefined
    ? ["listConversationsOfFlow", ...page, flow]
    : ["listConversationsOfFlowInStatus", ...page, flow, status];
}

function timerOf([threadId, conversationId, timerId, generation, firesAt]: Row): TimerRow {
  return {
    threadId: fromColumn(threadId),
    conversationId: fromColumn(conversationId),
    timerId: fromColumn(timerId),
    generation: Number(generation),
    firesAt: Number(firesAt),
  };
}

function topicOf([topic, threadId, conversationId]: Row): TopicRow {
  return { topic: fromColumn(topic), threadId: fromColumn(threadId), conversationId: fromColumn(conversationId) };
}

async function readTime(connection: Connection, name: "nextTimer" | "nextPost"): Promise<number | undefined> {
  const [[time] = [null]] = await readRows(connection, [name]);
  return time === null ? undefined : Number(time);
}

async function forgetBefore(connection: Connection, at: number, limit: number): Promise<number> {
  const outcome = await runOne(connection, [
    ["forgetInbox", at, limit],
    ["countChanges"],
    ["forgetParkedReceipts", at, limit],
    ["countChanges"],
    ["forgetPosts", at, limit],
    ["countChanges"],
    ["forgetTasks", at, limit],
    ["countChanges"],
  ]);
  const counts = outcome === "conflict" ? [] : outcome.map(([row]) => Number(row?.[0]));
  return counts.reduce((sum, count) => sum + count, 0);
}

import type { ContactStore } from "./contact-store.ts";
import type { FlowStore } from "./flow-store.ts";
import type { SettingsStore } from "./settings-store.ts";
import type { TemplateStore } from "./template-store.ts";
import type {
  AliasRow,
  ConversationRow,
  InboxRow,
  JournalRow,
  ParkedReceiptRow,
  PostRow,
  SeenContact,
  SendRow,
  TaskRow,
  TimerRow,
  TopicRow,
  UnroutedRow,
} from "./rows.ts";
import type { Thread } from "./thread.ts";

/**
 * The port for remembering. Data only: nothing is called back across it, so that a worker, another process or a distributed engine can stand
 * behind it. All meaning lives in the rows. Calls take effect in the order in which they are made, also when they are not waited for. Every method
 * may reject with `StoreError`, and then nothing of the call has happened; a store that cannot tell rejects every later call as well, so
 * that the next process, which finds an unclean close, makes up for it.
 */
export interface Store {
  readonly flows: FlowStore;
  readonly settings: SettingsStore;
  readonly contacts: ContactStore;
  readonly templates: TemplateStore;
  /** Whether the last process that had it open closed it. After a crash nobody knows which queued sends were under way. */
  readonly wasClosedCleanly: boolean;
  /** Says that what a crash left in doubt has been recorded. Until then a close counts as unclean as the one before. */
  markRecovered(): Promise<void>;
  /** Reads what a batch of events needs, at one moment. */
  load(request: LoadRequest): Promise<Loaded>;
  /**
   * Commits units, each wholly or not at all, in order; a unit that fails touches no other. Durable once it resolves. The result has an entry for
   * each unit, at its index.
   */
  commit(units: readonly CommitUnit[]): Promise<readonly CommitResult[]>;
  /** Timers that fire at or before `until`, soonest first. */
  dueTimers(query: { readonly until: number; readonly limit: number }): Promise<readonly TimerRow[]>;
  /** When the soonest timer fires. */
  nextTimerAt(): Promise<number | undefined>;
  /** Sends in state `queued` with a sequence above `after`, in order of sequence. */
  queuedSends(query: { readonly after: number; readonly limit: number }): Promise<readonly SendRow[]>;
  /** Tasks in state `queued` with a key after `after` (empty at first), by key. */
  queuedTasks(query: { readonly after: string; readonly limit: number }): Promise<readonly TaskRow[]>;
  /** Posts in state `queued` that are due at or before `until`, the soonest first; of those due at one moment, the first that was owed. */
  duePosts(query: { readonly until: number; readonly limit: number }): Promise<readonly PostRow[]>;
  /** When the soonest queued post is due. */
  nextPostAt(): Promise<number | undefined>;
  /** The greatest sequence of the queued sends; 0 when none is queued. New sends must have greater ones, also when the clock was set back. */
  lastQueuedSequence(): Promise<number>;
  counts(): Promise<StoreCounts>;
  /** Conversations, the latest start first. `before` is the id to go on after. */
  listConversations(query: ConversationQuery): Promise<readonly ConversationRow[]>;
  getConversation(id: string): Promise<ConversationRow | undefined>;
  /** The journal of a conversation in order, from entry number `after` (0 at first); each with its number. */
  readJournal(query: JournalQuery): Promise<readonly (JournalRow & { readonly number: number })[]>;
  /**
   * Forgets inbox rows, parked receipts, posts and tasks made before a time, at most `limit` of each; returns how many. Posts and tasks still
   * queued stay; posts that failed count in `failedPosts` until they are forgotten.
   */
  forgetBefore(at: number, limit: number): Promise<number>;
  /** Finishes what was asked before, marks the close as clean, if nothing is left in doubt, and lets go. */
  close(): Promise<void>;
}

/** What a batch of events needs. Threads come for every thread id, alias, send and topic that is found. */
export type LoadRequest = {
  readonly inboxIds: readonly string[];
  readonly aliases: readonly { readonly appId: string; readonly identity: string }[];
  readonly threadIds: readonly string[];
  readonly sendKeys: readonly string[];
  /** Provider message ids: finds sends by them, and parked receipts. */
  readonly messageIds: readonly string[];
  /** Finds who waits for something outside its thread. */
  readonly topics: readonly string[];
};

/** What was found of a request; what is absent does not exist. No row comes twice. Topics come in their order, and then in that of conversations. */
export type Loaded = {
  readonly seenInboxIds: readonly string[];
  readonly aliases: readonly AliasRow[];
  readonly sends: readonly SendRow[];
  readonly parkedReceipts: readonly ParkedReceiptRow[];
  readonly topics: readonly TopicRow[];
  readonly threads: readonly { readonly revision: number; readonly thread: Thread }[];
};

/** Changes that belong together: those of one thread, or of none. Timers are cancelled before others are set, receipts unparked before others are parked. */
export type CommitUnit = {
  /** The thread's new state, if it is still at the revision that was read; 0 means that it must not exist. The new revision is one more. */
  readonly thread?: { readonly expectedRevision: number; readonly state: Thread } | undefined;
  /** Inserted; one that exists already makes the unit a conflict. */
  readonly inbox?: readonly InboxRow[];
  /** Inserted or pointed elsewhere. */
  readonly aliases?: readonly AliasRow[];
  /** Inserted or replaced, by conversation and timer id. */
  readonly setTimers?: readonly TimerRow[];
  readonly cancelTimers?: readonly { readonly conversationId: string; readonly timerId: string }[];
  /** Inserted or replaced, by key. */
  readonly sends?: readonly SendRow[];
  readonly parkReceipts?: readonly ParkedReceiptRow[];
  /** Deletes all parked receipts of these message ids. */
  readonly unparkReceipts?: readonly string[];
  /** Inserted or replaced, by id. */
  readonly conversations?: readonly ConversationRow[];
  readonly journal?: readonly JournalRow[];
  readonly unrouted?: readonly UnroutedRow[];
  /** Each replaces all topics of its conversation. */
  readonly topics?: readonly {
    readonly threadId: string;
    readonly conversationId: string;
    readonly topics: readonly string[];
  }[];
  /** Inserted or replaced, by key. */
  readonly tasks?: readonly TaskRow[];
  /** Inserted or replaced, by id. */
  readonly posts?: readonly PostRow[];
  /** Joined to the records of contacts, as `join-contact.ts` says: one that has the number or the user id is completed, else a new one is made. */
  readonly contacts?: readonly SeenContact[];
};

/** What became of a unit. `conflict`: someone else was first, read again and take the turn anew. `failed`: this unit cannot be stored. */
export type CommitResult =
  | { readonly type: "committed" }
  | { readonly type: "conflict" }
  | { readonly type: "failed"; readonly reason: string };

/** What an operator should know of. */
export type StoreCounts = {
  /** Updates kept for numbers that are no apps of ours. */
  readonly unrouted: number;
  /** Sends that were given up. */
  readonly deadLetters: number;
  /** Reports to customers' URLs that were given up, and are not forgotten yet. */
  readonly failedPosts: number;
};

/** Which conversations to list. */
export type ConversationQuery = {
  readonly flowId?: string | undefined;
  readonly status?: ConversationRow["status"] | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
};

/** Which part of a journal to read. */
export type JournalQuery = { readonly conversationId: string; readonly after: number; readonly limit: number };

/** The world failed the store. `isRetryable` follows from the code. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code: keyof typeof storeErrors;
  constructor(code: keyof typeof storeErrors, detail: string) {
    super(`${storeErrors[code].sentence} ${detail}`.trim());
    this.code = code;
  }
  get isRetryable(): boolean {
    return storeErrors[this.code].isRetryable;
  }
}

const storeErrors = {
  full: { sentence: "The disk is full; free some space.", isRetryable: true },
  "read-only": {
    sentence:
      "The data cannot be written; the server's user must be allowed to write the data folder and the files in it.",
    isRetryable: true,
  },
  disk: {
    sentence: "The disk failed to read or write; check its health, its quota and the limit of file sizes.",
    isRetryable: true,
  },
  busy: {
    sentence: "The data is locked by another process; only one server may use a data folder.",
    isRetryable: true,
  },
  corrupt: {
    sentence: "The data is damaged and was left as it is; stop the server and restore a backup.",
    isRetryable: false,
  },
  newer: { sentence: "The data was written by a newer version; use that version.", isRetryable: false },
  closed: { sentence: "The store is closed.", isRetryable: false },
  "name-taken": { sentence: "There is a file of that name already, which is not overwritten.", isRetryable: false },
  "not-backed-up": { sentence: "The backup was not made.", isRetryable: true },
  "not-restored": { sentence: "The backup was not restored, and the data is as it was.", isRetryable: false },
  unexpected: { sentence: "The store failed.", isRetryable: false },
} as const;

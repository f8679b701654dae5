import type { Conversation, Turn, TurnEvent } from "@parley/engine";
import type { Contact } from "@parley/messaging";
import type {
  AliasRow,
  CommitUnit,
  ConversationRow,
  InboxRow,
  JournalRow,
  LiveConversation,
  PostRow,
  SendRow,
  TaskRow,
  Thread,
  TimerRow,
} from "@parley/store";
import type { HostLog } from "./host-log.ts";

/**
 * A thread while a batch works on it: its present state, and what must be committed with it. It is thrown away with the batch, so that what is
 * in memory never outlives what is stored.
 */
export type ThreadWork = {
  /** 0 for a thread that does not exist yet. */
  readonly revision: number;
  /** When the batch works on it. */
  readonly at: number;
  thread: Thread;
  readonly inbox: InboxRow[];
  readonly aliases: AliasRow[];
  readonly setTimers: Map<string, TimerRow>;
  readonly cancelTimers: Map<string, { conversationId: string; timerId: string }>;
  readonly sends: Map<string, SendRow>;
  readonly unparkReceipts: string[];
  readonly conversations: Map<string, ConversationRow>;
  /** What its conversations wait for outside the thread, by those where that has changed. */
  readonly topics: Map<string, readonly string[]>;
  readonly tasks: Map<string, TaskRow>;
  readonly posts: PostRow[];
  readonly journal: JournalRow[];
  /** What is said once it is committed: what was not committed has not happened. */
  readonly sayings: ((log: HostLog) => void)[];
};

export function beginWork(revision: number, thread: Thread, at: number): ThreadWork {
  return {
    revision,
    at,
    thread,
    inbox: [],
    aliases: [],
    setTimers: new Map(),
    cancelTimers: new Map(),
    sends: new Map(),
    unparkReceipts: [],
    conversations: new Map(),
    topics: new Map(),
    tasks: new Map(),
    posts: [],
    journal: [],
    sayings: [],
  };
}

/** Whether anything happened. */
export function hasChanged(work: ThreadWork, before: Thread | undefined): boolean {
  const { thread, inbox, aliases, journal, sends, setTimers, cancelTimers, topics, tasks, posts } = work;
  const rows = inbox.length + aliases.length + journal.length + sends.size + setTimers.size + cancelTimers.size;
  return thread !== before || rows + topics.size + tasks.size + posts.length > 0;
}

/** What must be committed; undefined when nothing happened. */
export function unitOf(work: ThreadWork, before: Thread | undefined): CommitUnit | undefined {
  if (!hasChanged(work, before)) return undefined;
  const { thread, inbox, aliases, journal, sends, setTimers, cancelTimers } = work;
  return {
    thread: { expectedRevision: work.revision, state: thread },
    inbox,
    aliases,
    setTimers: [...setTimers.values()],
    cancelTimers: [...cancelTimers.values()],
    sends: [...sends.values()],
    unparkReceipts: work.unparkReceipts,
    conversations: [...work.conversations.values()],
    journal,
    ...seldomRows(work, before),
  };
}

/** What most units are without, and then do not carry at all. */
function seldomRows({ thread, topics, tasks, posts, at }: ThreadWork, before: Thread | undefined): CommitUnit {
  const { id: threadId, appId, contact } = thread;
  return {
    ...(topics.size === 0
      ? {}
      : { topics: [...topics].map(([conversationId, next]) => ({ threadId, conversationId, topics: next })) }),
    ...(tasks.size === 0 ? {} : { tasks: [...tasks.values()] }),
    ...(posts.length === 0 ? {} : { posts }),
    ...(isKnownAlike(before?.contact, contact) ? {} : { contacts: [{ threadId, appId, contact, at }] }),
  };
}

/** Whether the contact's record need not hear of it: most messages tell nothing new of who wrote them. */
function isKnownAlike(before: Contact | undefined, { waId, bsuid, name, username }: Contact): boolean {
  if (before === undefined) return false;
  return before.waId === waId && before.bsuid === bsuid && before.name === name && before.username === username;
}

/** A thread after the identity key hash of its contact was seen at a time; one that comes late does not replace a newer one. */
export function withIdentityHash(thread: Thread, identityHash: string | undefined, at: number): Thread {
  if (identityHash === undefined || at < (thread.identityHashAt ?? 0)) return thread;
  return { ...thread, contact: { ...thread.contact, identityHash }, identityHashAt: at };
}

/** Replaces a live conversation, or removes it. */
export function replaceLive(work: ThreadWork, id: string, next: LiveConversation | undefined): void {
  const live = work.thread.live.flatMap((one) =>
    one.conversation.id !== id ? [one] : next === undefined ? [] : [next],
  );
  work.thread = { ...work.thread, live };
}

export function findLive(work: ThreadWork, id: string): LiveConversation | undefined {
  return work.thread.live.find(({ conversation }) => conversation.id === id);
}

/** Writes down what happened outside any turn. */
export function noteEvent(work: ThreadWork, at: number, event: JournalRow["event"], conversationId?: string): void {
  work.journal.push({ threadId: work.thread.id, conversationId, at, event, entries: [], effects: [] });
}

/** Writes down a turn, its timers and topics included. They follow from the difference, so that none can outlive its state. */
export function noteTurn(work: ThreadWork, before: LiveConversation, turn: Turn, event: TurnEvent): void {
  const { conversation, journal, effects } = turn;
  const threadId = work.thread.id;
  work.journal.push({ threadId, conversationId: conversation.id, at: event.at, event, entries: journal, effects });
  for (const timerId of Object.keys(before.conversation.timers)) {
    if (conversation.timers[timerId] === undefined) cancelTimer(work, conversation.id, timerId);
  }
  for (const [timerId, { generation, firesAt }] of Object.entries(conversation.timers)) {
    if (before.conversation.timers[timerId]?.generation === generation) continue;
    setTimer(work, { threadId, conversationId: conversation.id, timerId, generation, firesAt });
  }
  const [earlier, topics] = [topicsOf(before.conversation), topicsOf(conversation)];
  if (earlier.length !== topics.length || earlier.some((topic, index) => topic !== topics[index]))
    work.topics.set(conversation.id, topics);
}

/** What a conversation waits for outside its thread. */
export function topicsOf({ status, context }: Conversation): readonly string[] {
  return status === "active" ? (context.topics ?? []) : [];
}

export function setTimer(work: ThreadWork, timer: TimerRow): void {
  const key = timerKey(timer.conversationId, timer.timerId);
  work.cancelTimers.delete(key);
  work.setTimers.set(key, timer);
}

export function cancelTimer(work: ThreadWork, conversationId: string, timerId: string): void {
  const key = timerKey(conversationId, timerId);
  work.setTimers.delete(key);
  work.cancelTimers.set(key, { conversationId, timerId });
}

function timerKey(conversationId: string, timerId: string): string {
  return `${conversationId} ${timerId}`;
}

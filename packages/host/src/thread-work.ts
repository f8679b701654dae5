import type { TurnEvent, Turn } from "@parley/engine";
import { mergeStatus } from "@parley/messaging";
import type {
  AliasRow,
  CommitUnit,
  ConversationRow,
  InboxRow,
  JournalRow,
  LiveConversation,
  SendRow,
  Thread,
  ThreadEvent,
  TimerRow,
} from "@parley/store";

/**
 * A thread while a batch works on it: its present state, and what must be committed with it. It is thrown away with the batch, so that what is
 * in memory never outlives what is stored.
 */
export type ThreadWork = {
  /** 0 for a thread that does not exist yet. */
  readonly revision: number;
  thread: Thread;
  readonly inbox: InboxRow[];
  readonly aliases: AliasRow[];
  readonly setTimers: Map<string, TimerRow>;
  readonly cancelTimers: Map<string, { conversationId: string; timerId: string }>;
  readonly sends: Map<string, SendRow>;
  readonly unparkReceipts: string[];
  readonly conversations: Map<string, ConversationRow>;
  readonly journal: JournalRow[];
};

export function beginWork(revision: number, thread: Thread): ThreadWork {
  return {
    revision,
    thread,
    inbox: [],
    aliases: [],
    setTimers: new Map(),
    cancelTimers: new Map(),
    sends: new Map(),
    unparkReceipts: [],
    conversations: new Map(),
    journal: [],
  };
}

/** What must be committed; undefined when nothing happened. */
export function unitOf(work: ThreadWork, before: Thread | undefined): CommitUnit | undefined {
  const { inbox, aliases, journal } = work;
  const isIdle = work.thread === before && inbox.length + aliases.length + journal.length + work.sends.size === 0;
  if (isIdle && work.cancelTimers.size === 0) return undefined;
  return {
    thread: { expectedRevision: work.revision, state: work.thread },
    inbox,
    aliases,
    setTimers: [...work.setTimers.values()],
    cancelTimers: [...work.cancelTimers.values()],
    sends: [...work.sends.values()],
    unparkReceipts: work.unparkReceipts,
    conversations: [...work.conversations.values()],
    journal,
  };
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
export function noteEvent(work: ThreadWork, at: number, event: ThreadEvent, conversationId?: string): void {
  work.journal.push({ threadId: work.thread.id, conversationId, at, event, entries: [], effects: [] });
}

/** Writes down a turn, its timers included. They follow from the difference, so that none can outlive its state. */
export function noteTurn(work: ThreadWork, before: LiveConversation, turn: Turn, event: TurnEvent): void {
  const { conversation, journal, effects } = turn;
  const threadId = work.thread.id;
  work.journal.push({ threadId, conversationId: conversation.id, at: event.at, event, entries: journal, effects });
  for (const timerId of Object.keys(before.conversation.timers)) {
    if (conversation.timers[timerId] === undefined) cancelTimer(work, conversation.id, timerId);
  }
  for (const [timerId, { generation, firesAt }] of Object.entries(conversation.timers)) {
    if (before.conversation.timers[timerId]?.generation === generation) continue;
    const key = `${conversation.id} ${timerId}`;
    work.cancelTimers.delete(key);
    work.setTimers.set(key, { threadId, conversationId: conversation.id, timerId, generation, firesAt });
  }
}

export function cancelTimer(work: ThreadWork, conversationId: string, timerId: string): void {
  const key = `${conversationId} ${timerId}`;
  work.setTimers.delete(key);
  work.cancelTimers.set(key, { conversationId, timerId });
}

/** The row of a send with a receipt merged in; the same row when it tells nothing new. */
export function mergeRow(row: SendRow, receiptStatus: NonNullable<SendRow["status"]>): SendRow {
  const status = mergeStatus(row.status, receiptStatus);
  return status === row.status ? row : { ...row, status };
}

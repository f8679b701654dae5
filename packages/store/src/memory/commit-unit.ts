import type { CommitResult, CommitUnit } from "../index.ts";
import { storeLimits } from "../limits.ts";
import { joinSeenContact } from "./contacts.ts";
import { copyOf, keyOf, type MemoryData } from "./memory-data.ts";

/** Commits one unit: what may fail comes first, so that once anything changes, everything does. */
export function commitUnit(data: MemoryData, unit: CommitUnit): CommitResult {
  let copy: CommitUnit;
  try {
    copy = copyOf(unit);
  } catch (error) {
    return { type: "failed", reason: String(error) };
  }
  if (isConflict(data, copy)) return { type: "conflict" };
  writeThread(data, copy);
  writeMessages(data, copy);
  writeOutside(data, copy);
  return { type: "committed" };
}

function isConflict({ threads, inbox }: MemoryData, unit: CommitUnit): boolean {
  const { thread, inbox: rows = [] } = unit;
  if (thread && (threads.get(thread.state.id)?.revision ?? 0) !== thread.expectedRevision) return true;
  const isRepeated = new Set(rows.map(({ id }) => id)).size < rows.length;
  return isRepeated || rows.some(({ id }) => inbox.has(id));
}

function writeThread(data: MemoryData, unit: CommitUnit): void {
  const { thread, aliases = [], cancelTimers = [], setTimers = [], conversations = [], journal = [] } = unit;
  if (thread) data.threads.set(thread.state.id, { revision: thread.expectedRevision + 1, thread: thread.state });
  for (const alias of aliases) data.aliases.set(keyOf(alias.appId, alias.identity), alias);
  // Cancelled before set: a turn that leaves a node and enters it again cancels its timer and sets it anew.
  for (const timer of cancelTimers) data.timers.delete(keyOf(timer.conversationId, timer.timerId));
  for (const timer of setTimers) data.timers.set(keyOf(timer.conversationId, timer.timerId), timer);
  for (const conversation of conversations) data.conversations.set(conversation.id, conversation);
  data.journal.push(...journal);
}

function writeMessages(data: MemoryData, unit: CommitUnit): void {
  const { inbox = [], sends = [], unparkReceipts = [], parkReceipts = [], unrouted = [] } = unit;
  for (const { id, receivedAt } of inbox) data.inbox.set(id, receivedAt);
  for (const send of sends) data.sends.set(send.key, send);
  const kept = data.parkedReceipts.filter(({ messageId }) => !unparkReceipts.includes(messageId));
  data.parkedReceipts = [...kept, ...parkReceipts];
  data.unrouted.push(...unrouted);
  data.unrouted.splice(0, data.unrouted.length - storeLimits.unroutedRows);
}

/** What reaches beyond the thread: who waits for others, what is owed to others and to the world, and who others are. */
function writeOutside(data: MemoryData, { topics = [], tasks = [], posts = [], contacts = [] }: CommitUnit): void {
  for (const { conversationId, threadId, topics: next } of topics) {
    if (next.length === 0) data.topics.delete(conversationId);
    else data.topics.set(conversationId, { threadId, topics: [...new Set(next)] });
  }
  for (const task of tasks) data.tasks.set(task.key, task);
  for (const post of posts) data.posts.set(post.id, post);
  for (const seen of contacts) joinSeenContact(data, seen);
}

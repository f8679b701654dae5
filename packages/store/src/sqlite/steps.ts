import type { CommitUnit, LoadRequest } from "../store.ts";
import { toColumn } from "./column.ts";
import type { JoinOrder, Step, Unit } from "./unit.ts";

/** The steps that commit a unit. Throws `TypeError` for what JSON cannot say, such as a cycle. */
export function stepsOf(unit: CommitUnit): Unit {
  return [threadSteps(unit), timerSteps(unit), messageSteps(unit), recordSteps(unit), outsideSteps(unit)].flat();
}

/** What may be a conflict comes first: it spares the rest of the work. */
function threadSteps({ thread, inbox, aliases }: CommitUnit): Step[] {
  return [
    ...(thread ? [threadStep(thread)] : []),
    ...each(inbox, ({ id, receivedAt }) => ["insertInbox", toColumn(id), receivedAt]),
    ...each(aliases, ({ appId, identity, threadId }) => [
      "pointAlias",
      toColumn(appId),
      toColumn(identity),
      toColumn(threadId),
    ]),
  ];
}

function threadStep({ expectedRevision, state }: NonNullable<CommitUnit["thread"]>): Step {
  const [id, row] = [toColumn(state.id), JSON.stringify(state)];
  return expectedRevision === 0 ? ["insertThread", id, row] : ["updateThread", id, expectedRevision, row];
}

/** Cancelled before set: a turn that leaves a node and enters it again cancels its timer and sets it anew. */
function timerSteps({ cancelTimers, setTimers }: CommitUnit): Step[] {
  return [
    ...each(cancelTimers, ({ conversationId, timerId }) => [
      "cancelTimer",
      toColumn(conversationId),
      toColumn(timerId),
    ]),
    ...each(setTimers, ({ conversationId, timerId, threadId, generation, firesAt }) => [
      "setTimer",
      toColumn(conversationId),
      toColumn(timerId),
      toColumn(threadId),
      generation,
      firesAt,
    ]),
  ];
}

function messageSteps({ sends, unparkReceipts, parkReceipts }: CommitUnit): Step[] {
  return [
    ...each(sends, (row) => [
      "saveSend",
      toColumn(row.key),
      toColumn(row.threadId),
      row.sequence,
      row.state,
      row.messageId === undefined ? null : toColumn(row.messageId),
      JSON.stringify(row),
    ]),
    ...each(unparkReceipts, (messageId) => ["unparkReceipts", toColumn(messageId)]),
    ...each(parkReceipts, (row) => ["parkReceipt", toColumn(row.messageId), row.parkedAt, JSON.stringify(row)]),
  ];
}

function recordSteps({ conversations, journal, unrouted }: CommitUnit): Step[] {
  return [
    ...each(conversations, (row) => [
      "saveConversation",
      toColumn(row.id),
      toColumn(row.flowId),
      row.status,
      row.startedAt,
      JSON.stringify(row),
    ]),
    ...each(journal, (row) => [
      "appendJournal",
      row.conversationId === undefined ? null : toColumn(row.conversationId),
      JSON.stringify(row),
    ]),
    ...each(unrouted, (row) => ["keepUnrouted", JSON.stringify(row)]),
    ...(unrouted?.length ? [["dropUnrouted"] as const] : []),
  ];
}

/** What reaches beyond the thread: who waits for others, what is owed to others and to the world, and who others are. */
function outsideSteps({ topics, tasks, posts, contacts }: CommitUnit): (Step | JoinOrder)[] {
  return [
    ...(topics?.flatMap(topicSteps) ?? []),
    ...each(tasks, (row) => ["saveTask", toColumn(row.key), row.state, row.createdAt, JSON.stringify(row)]),
    ...each(posts, (row) => [
      "savePost",
      toColumn(row.id),
      row.state,
      row.createdAt,
      row.nextAttemptAt,
      JSON.stringify(row),
    ]),
    ...(contacts?.map((seen): JoinOrder => ["join-contact", JSON.stringify(seen)]) ?? []),
  ];
}

function topicSteps({ threadId, conversationId, topics }: NonNullable<CommitUnit["topics"]>[number]): Step[] {
  const conversation = toColumn(conversationId);
  const thread = toColumn(threadId);
  return [
    ["clearTopics", conversation],
    ...each(topics, (topic) => ["addTopic", conversation, toColumn(topic), thread]),
  ];
}

function each<Row>(rows: readonly Row[] | undefined, step: (row: Row) => Step): Step[] {
  return rows?.map(step) ?? [];
}

/** The reads that answer a request: for ids of events, aliases, sends, parked receipts, threads, and topics if any are asked for. */
export function readsOf({ inboxIds, aliases, threadIds, sendKeys, messageIds, topics }: LoadRequest): readonly Step[] {
  const pairs = JSON.stringify(aliases.map(({ appId, identity }) => [toColumn(appId), toColumn(identity)]));
  const [keys, messages] = [listOf(sendKeys), listOf(messageIds)];
  const threadsBy = [listOf(threadIds), pairs, keys, messages] as const;
  return [
    ["findInbox", listOf(inboxIds)],
    ["findAliases", pairs],
    ["findSends", keys, messages],
    ["findParkedReceipts", messages],
    ...(topics.length === 0
      ? [["findThreads", ...threadsBy] as const]
      : [["findThreadsAlsoByTopics", ...threadsBy, listOf(topics)] as const, ["findTopics", listOf(topics)] as const]),
  ];
}

/** Names as the parameter of a statement that looks for any of them. */
export function listOf(names: readonly string[]): string {
  return JSON.stringify(names.map(toColumn));
}

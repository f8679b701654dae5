import type { CommitUnit, LoadRequest } from "../store.ts";
import { toColumn } from "./column.ts";
import type { Step, Unit } from "./unit.ts";

/** The steps that commit a unit. Throws `TypeError` for what JSON cannot say, such as a cycle. */
export function stepsOf(unit: CommitUnit): Unit {
  return [threadSteps(unit), timerSteps(unit), messageSteps(unit), recordSteps(unit)].flat();
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

function each<Row>(rows: readonly Row[] | undefined, step: (row: Row) => Step): Step[] {
  return rows?.map(step) ?? [];
}

/** The reads that answer a request, in the order of the fields of `Loaded`. */
export function readsOf({ inboxIds, aliases, threadIds, sendKeys, messageIds }: LoadRequest): Unit {
  const pairs = JSON.stringify(aliases.map(({ appId, identity }) => [toColumn(appId), toColumn(identity)]));
  const [keys, messages] = [listOf(sendKeys), listOf(messageIds)];
  return [
    ["findInbox", listOf(inboxIds)],
    ["findAliases", pairs],
    ["findSends", keys, messages],
    ["findParkedReceipts", messages],
    ["findThreads", listOf(threadIds), pairs, keys, messages],
  ];
}

function listOf(names: readonly string[]): string {
  return JSON.stringify(names.map(toColumn));
}

import { answerEntryPoint, type DeliveryReceipt, mergeStatus } from "@parley/messaging";
import type { SendRow } from "@parley/store";
import { type Attempt, rowToRepeat, suspect } from "./attempt.ts";
import { type DeliveryReport, postOf, reportOfReceipt, reportOfRefusal } from "./delivery-report.ts";
import { type Desk, type Place, receiverOf, saveSend, turnOf } from "./desk.ts";
import { noteEvent, type ThreadWork, withIdentityHash } from "./thread-work.ts";
import { type Touch, touching } from "./touch.ts";

/** Every receipt is a turn, wherever the conversation stands; after its end only the send's row learns of it. One for no known send is parked. */
export function takeReceipt(receipt: DeliveryReceipt, desk: Desk): readonly Touch[] {
  const row = findSend(receipt, desk);
  if (row === undefined) {
    desk.parked.set(receipt.messageId, [...(desk.parked.get(receipt.messageId) ?? []), receipt]);
    return touching({ unit: { parkReceipts: [{ messageId: receipt.messageId, receipt, parkedAt: desk.tools.now }] } });
  }
  const work = desk.works.get(row.threadId);
  if (work === undefined) return [];
  const answered = row.state === "queued" ? acceptSend(work, row, { messageId: receipt.messageId }, desk) : undefined;
  return touching(work, answered, applyReceipt(work, row.key, receipt, desk));
}

/**
 * An attempt ended. A row that is no longer queued was decided already, by a receipt that came before the answer. With acceptance the provider's id
 * is known, and the receipts that waited for it are taken.
 */
export function takeAttempt(key: string, attempt: Attempt, desk: Desk): readonly Touch[] {
  const { tools } = desk;
  const row = desk.sends.get(key);
  const work = row === undefined ? undefined : desk.works.get(row.threadId);
  if (row === undefined || work === undefined) return touching(work);
  if (row.state !== "queued")
    return touching(work, attempt.type === "accepted" ? answerReceiver(row, desk) : undefined);
  for (const { code, sentence } of attempt.observed ?? [])
    noteEvent(work, tools.now, { type: "policy-observed", key, code, sentence }, row.conversationId);
  switch (attempt.type) {
    case "accepted": {
      const { receiver = row.receiver } = attempt;
      return touching(work, acceptSend(work, { ...row, receiver }, attempt, desk));
    }
    case "refused":
    case "failed": {
      const { refusal } = attempt;
      const next = { ...row, state: attempt.type, attempts: row.attempts + 1, reason: refusal.sentence };
      saveSend(work, reportOn(work, next, reportOfRefusal(refusal, tools.now)), desk);
      const type = attempt.type === "refused" ? "send-refused" : "send-failed";
      turnOf(work, row.conversationId, { type, at: tools.now, key, refusal }, tools);
      return touching(work);
    }
    case "again":
      repeatSend(work, rowToRepeat(row, attempt, tools.now), desk);
      return touching(work);
  }
}

/** A send of a process that crashed waits for a receipt before it is attempted. */
export function takeSuspicion(key: string, until: number, desk: Desk): Place | undefined {
  const row = desk.sends.get(key);
  const work = row === undefined ? undefined : desk.works.get(row.threadId);
  if (row === undefined || work === undefined || row.state !== "queued") return work;
  const next = suspect(row, desk.tools.now, until);
  if (next === row) return work;
  const reason = "The server stopped without finishing, so nobody can tell whether the provider took the message.";
  repeatSend(work, { ...next, reason }, desk);
  return work;
}

function repeatSend(work: ThreadWork, row: SendRow, desk: Desk): void {
  saveSend(work, row, desk);
  const { key, attempts: attempt, reason: outcome = "" } = row;
  noteEvent(work, desk.tools.now, { type: "send-attempted", key, attempt, outcome }, row.conversationId);
}

function findSend({ sendKey, messageId }: DeliveryReceipt, desk: Desk): SendRow | undefined {
  const key = desk.keyByMessageId.get(messageId) ?? sendKey;
  return key === undefined ? undefined : desk.sends.get(key);
}

/** What the gateway said as it took a message; a receipt that came first says its id alone. */
type Acceptance = { readonly messageId?: string | undefined; readonly notes?: readonly string[] | undefined };

/** Gives the thread of the receiver, where that is another. */
function acceptSend(
  work: ThreadWork,
  row: SendRow,
  { messageId, notes }: Acceptance,
  desk: Desk,
): ThreadWork | undefined {
  const { tools } = desk;
  const { key, conversationId } = row;
  saveSend(work, { ...row, state: "accepted", attempts: row.attempts + 1, messageId }, desk);
  const receiver = answerReceiver(row, desk);
  turnOf(work, conversationId, { type: "send-accepted", at: tools.now, key, messageId, notes }, tools);
  const waiting = messageId === undefined ? [] : (desk.parked.get(messageId) ?? []);
  if (messageId === undefined || waiting.length === 0) return receiver;
  desk.parked.delete(messageId);
  work.unparkReceipts.push(messageId);
  const told = waiting.map((receipt) => applyReceipt(work, key, receipt, desk));
  return receiver ?? told.find((one) => one !== undefined);
}

/** A message to a contact who came by an advertisement opens their free entry point. Gives the thread that it changes. */
function answerReceiver(row: SendRow, desk: Desk): ThreadWork | undefined {
  const receiver = receiverOf(row, desk);
  if (receiver?.thread.freeEntryPoint === undefined) return undefined;
  const { freeEntryPoint } = receiver.thread;
  const answered = answerEntryPoint(freeEntryPoint, desk.tools.now);
  if (answered === freeEntryPoint) return undefined;
  receiver.thread = { ...receiver.thread, freeEntryPoint: answered };
  return receiver;
}

/** Gives the thread of the receiver, where it learns of their identity. */
function applyReceipt(work: ThreadWork, key: string, receipt: DeliveryReceipt, desk: Desk): ThreadWork | undefined {
  const { tools } = desk;
  const row = desk.sends.get(key);
  if (row === undefined) return undefined;
  const status = mergeStatus(row.status, receipt.status);
  const isNew = status !== row.status;
  const next = isNew ? { ...row, status, messageId: row.messageId ?? receipt.messageId } : row;
  const reported = reportOn(work, next, reportOfReceipt(receipt));
  if (reported !== row) saveSend(work, reported, desk);
  const isHandled = turnOf(work, row.conversationId, { type: "receipt-received", at: tools.now, key, receipt }, tools);
  if (!isHandled && isNew) noteEvent(work, tools.now, { type: "receipt-recorded", key, receipt }, row.conversationId);
  const receiver = receipt.identityHash === undefined ? undefined : receiverOf(row, desk);
  if (receiver !== undefined) receiver.thread = withIdentityHash(receiver.thread, receipt.identityHash, receipt.at);
  return receiver;
}

/** Owes a report to the notify URL of a send, where it has one and that was not reported before. */
function reportOn(work: ThreadWork, row: SendRow, report: DeliveryReport): SendRow {
  const post = postOf(row, report, work.at);
  if (post === undefined) return row;
  work.posts.push(post);
  return { ...row, reported: [...(row.reported ?? []), report.name] };
}

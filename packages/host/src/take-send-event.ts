import { type DeliveryReceipt, mergeStatus } from "@parley/messaging";
import type { SendRow } from "@parley/store";
import { type Attempt, rowToRepeat, suspect } from "./attempt.ts";
import { type Desk, type Place, saveSend, turnOf } from "./desk.ts";
import { noteEvent, type ThreadWork } from "./thread-work.ts";

/** Every receipt is a turn, wherever the conversation stands; after its end only the send's row learns of it. One for no known send is parked. */
export function takeReceipt(receipt: DeliveryReceipt, desk: Desk): Place | undefined {
  const row = findSend(receipt, desk);
  if (row === undefined) {
    desk.parked.set(receipt.messageId, [...(desk.parked.get(receipt.messageId) ?? []), receipt]);
    return { unit: { parkReceipts: [{ messageId: receipt.messageId, receipt, parkedAt: desk.tools.now }] } };
  }
  const work = desk.works.get(row.threadId);
  if (work === undefined) return undefined;
  if (row.state === "queued") acceptSend(work, row, receipt.messageId, desk);
  applyReceipt(work, row.key, receipt, desk);
  return work;
}

/**
 * An attempt ended. A row that is no longer queued was decided already, by a receipt that came before the answer. With acceptance the provider's id
 * is known, and the receipts that waited for it are taken.
 */
export function takeAttempt(key: string, attempt: Attempt, desk: Desk): Place | undefined {
  const { tools } = desk;
  const row = desk.sends.get(key);
  const work = row === undefined ? undefined : desk.works.get(row.threadId);
  if (row === undefined || work === undefined || row.state !== "queued") return work;
  switch (attempt.type) {
    case "accepted":
      acceptSend(work, row, attempt.messageId, desk);
      break;
    case "refused":
    case "failed": {
      const { refusal } = attempt;
      saveSend(work, { ...row, state: attempt.type, attempts: row.attempts + 1, reason: refusal.sentence }, desk);
      const type = attempt.type === "refused" ? "send-refused" : "send-failed";
      turnOf(work, row.conversationId, { type, at: tools.now, key, refusal }, tools);
      break;
    }
    case "again":
      repeatSend(work, rowToRepeat(row, attempt, tools.now), desk);
  }
  return work;
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

function acceptSend(work: ThreadWork, row: SendRow, messageId: string, desk: Desk): void {
  const { tools } = desk;
  saveSend(work, { ...row, state: "accepted", attempts: row.attempts + 1, messageId }, desk);
  turnOf(work, row.conversationId, { type: "send-accepted", at: tools.now, key: row.key, messageId }, tools);
  const waiting = desk.parked.get(messageId) ?? [];
  if (waiting.length === 0) return;
  desk.parked.delete(messageId);
  work.unparkReceipts.push(messageId);
  for (const receipt of waiting) applyReceipt(work, row.key, receipt, desk);
}

function applyReceipt(work: ThreadWork, key: string, receipt: DeliveryReceipt, desk: Desk): void {
  const { tools } = desk;
  const row = desk.sends.get(key);
  if (row === undefined) return;
  const status = mergeStatus(row.status, receipt.status);
  const isNew = status !== row.status;
  if (isNew) saveSend(work, { ...row, status, messageId: row.messageId ?? receipt.messageId }, desk);
  const isHandled = turnOf(work, row.conversationId, { type: "receipt-received", at: tools.now, key, receipt }, tools);
  if (!isHandled && isNew) noteEvent(work, tools.now, { type: "receipt-recorded", key, receipt }, row.conversationId);
}

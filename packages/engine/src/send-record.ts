import {
  type DeliveryReceipt,
  formatIsoTime,
  type JsonObject,
  mergeStatus,
  type ReceiptStatus,
} from "@parley/messaging";
import type { Awaited } from "@parley/flow";
import type { Refusal } from "./event.ts";
import { engineLimits } from "./limits.ts";
import { queued, receiptCode } from "./status-code.ts";

/** What is known of a send node's latest message, wherever the conversation stands now. */
export type SendRecord = {
  /** The key of the send effect, which is also the transaction id that flows see. */
  readonly key: string;
  /** `submitting` until the gateway answers. */
  readonly status: "submitting" | "accepted" | "refused" | ReceiptStatus;
  /** When the node was entered. */
  readonly sentAt: number;
  /** The provider's message id. */
  readonly messageId?: string | undefined;
  /** When each receipt status was reached, by the provider's word. */
  readonly reachedAt: { readonly [Status in ReceiptStatus]?: number };
  readonly code: string;
  readonly description: string;
  /** The provider's own error code. */
  readonly errorCode?: number | undefined;
  /** What of its buttons or rows was chosen last; absent until then. */
  readonly reply?: JsonObject | undefined;
  /** The provider's ids of what the node sent before, the newest first; absent where it sent nothing before. */
  readonly formerIds?: readonly string[] | undefined;
};

/** A send that waits for the gateway's answer; `former` is the node's record until now. */
export function newSend(key: string, sentAt: number, former?: SendRecord): SendRecord {
  const record: SendRecord = { key, status: "submitting", sentAt, reachedAt: {}, code: "", description: "" };
  const { messageId, formerIds = [] } = former ?? {};
  const ids = messageId === undefined ? formerIds : [messageId, ...formerIds].slice(0, engineLimits.formerMessages);
  return ids.length === 0 ? record : { ...record, formerIds: ids };
}

/** The record once the gateway took the message. A receipt that came before this answer says more than it, and stays. */
export function acceptSend(record: SendRecord, messageId: string | undefined): SendRecord {
  if (receiptStatusOf(record) !== undefined) return { ...record, messageId };
  return { ...record, status: "accepted", messageId, ...queued };
}

/** The record of a message that will never be sent; unless a receipt has shown that it was. */
export function refuseSend(record: SendRecord, refusal: Refusal): SendRecord {
  if (receiptStatusOf(record) !== undefined) return record;
  const { code, sentence, error } = refusal;
  return { ...record, status: "refused", code, description: sentence, errorCode: error?.code };
}

/**
 * The record with a receipt merged in. Any order of arrival gives the same record: the greatest status wins, the earliest time of each status
 * stays, and of several failures the earliest tells the error.
 */
export function mergeReceipt(record: SendRecord, receipt: DeliveryReceipt): SendRecord {
  if (!isFirstWord(record, receipt)) return record;
  const { status, at, error } = receipt;
  const isGreatest = mergeStatus(receiptStatusOf(record), status) === status;
  return {
    ...record,
    messageId: record.messageId ?? receipt.messageId,
    reachedAt: { ...record.reachedAt, [status]: at },
    ...(isGreatest ? { status, ...receiptCode(status, error), errorCode: error?.code } : {}),
  };
}

/** Whether a receipt tells of its status for the first time, or of an earlier time; of two errors at one moment the smaller code counts. */
function isFirstWord(record: SendRecord, { status, at, error }: DeliveryReceipt): boolean {
  const knownAt = record.reachedAt[status];
  if (knownAt === undefined || at < knownAt) return true;
  return at === knownAt && record.status === status && (error?.code ?? -1) < (record.errorCode ?? -1);
}

/** What a record says to one who waits. */
export function verdictOf(record: SendRecord | undefined, awaited: Awaited): "success" | "failure" | "open" {
  switch (record?.status) {
    case "failed":
    case "refused":
      return "failure";
    case "read":
      return "success";
    case "delivered":
      return awaited === "read" ? "open" : "success";
    case "submitted":
      return awaited === "submit" ? "success" : "open";
    default:
      return "open";
  }
}

/** The outputs `send.*` of a record (WhatsApp node page, Output variables), the provider's id and error code beside them. */
export function sendOutputs(record: SendRecord): JsonObject {
  return {
    gatewayTid: record.key,
    deliveryStatusCode: record.code,
    deliveryStatusDescription: record.description,
    sentDateTime: formatIsoTime(record.sentAt),
    response_data: responseData(record),
    response_interactive: record.reply ?? null,
    ...(record.messageId === undefined ? {} : { messageId: record.messageId }),
    ...(record.errorCode === undefined ? {} : { errorCode: record.errorCode }),
  };
}

function responseData({ status, key, code, description }: SendRecord): string {
  if (status === "submitting") return "[]";
  const answer = status === "refused" ? { code, transid: key, description } : { ...queued, transid: key };
  return JSON.stringify([{ code: answer.code, transid: answer.transid, description: answer.description }]);
}

function receiptStatusOf({ status }: SendRecord): ReceiptStatus | undefined {
  return status === "submitting" || status === "accepted" || status === "refused" ? undefined : status;
}

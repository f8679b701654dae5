import { receiptCode, type Refusal } from "@parley/engine";
import {
  assertNever,
  type DeliveryReceipt,
  formatIsoTime,
  type ProviderError,
  type ReceiptStatus,
} from "@parley/messaging";
import type { PostRow, SendRow } from "@parley/store";

/** What is told to the notify URL of a send, in Webex Connect's words. */
export type DeliveryReport = {
  /** Tells the reports of one send from each other; each is told once. */
  readonly name: string;
  readonly at: number;
  readonly code: string;
  readonly description: string;
  readonly additionalInfo: string;
  readonly deliveryStatus: "Submitted" | "Delivered" | "Read" | "Failed";
  readonly identityKeyHash: string;
};

/** The report on a receipt. */
export function reportOfReceipt({ status, at, error, identityHash = "" }: DeliveryReceipt): DeliveryReport {
  const { code, description } = receiptCode(status, error);
  return {
    ...{ name: status, at, code, description, identityKeyHash: identityHash },
    additionalInfo: infoOf(error),
    deliveryStatus: statusOf(status),
  };
}

/** The report on a message that will not be sent: refused by a policy, or given up. */
export function reportOfRefusal({ code, sentence, error }: Refusal, at: number): DeliveryReport {
  const additionalInfo = infoOf(error);
  return {
    name: "unsent",
    at,
    code,
    description: sentence,
    additionalInfo,
    deliveryStatus: "Failed",
    identityKeyHash: "",
  };
}

/**
 * The post of a report, owed to the notify URL (WhatsApp channel page, Delivery receipts; WhatsApp outbound webhooks, `deliveryInfoNotification`).
 * Undefined where the send names none, or where it has been reported.
 */
export function postOf(row: SendRow, report: DeliveryReport, now: number): PostRow | undefined {
  const { key, threadId, request, receiver = request.to, reported = [] } = row;
  const { url = "", callbackData = "", correlationId = "" } = request.notify ?? {};
  if (url === "" || reported.includes(report.name)) return undefined;
  const { at, code, description, additionalInfo, deliveryStatus, identityKeyHash } = report;
  const { waId = "", bsuid = "" } = receiver;
  const deliveryInfo = {
    timeStamp: formatIsoTime(at),
    waid: waId,
    Description: description,
    code,
    bsuid,
    deliveryChannel: "whatsapp",
    additionalInfo,
    waidNormalized: waId,
    destination: waId || bsuid || (request.to.customerId ?? ""),
    destinationType: waId !== "" ? "waid" : bsuid !== "" ? "bsuid" : "customerid",
    identityKeyHash,
    deliveryStatus,
  };
  const body = {
    deliveryInfoNotification: { deliveryInfo, subtid: "", transid: key, callbackData, correlationid: correlationId },
  };
  const id = `${key} ${report.name}`;
  return { id, threadId, url, body, createdAt: now, state: "queued", attempts: 0, nextAttemptAt: now };
}

/** As Webex Connect writes it: `(#131049) | This message was not delivered …`. */
function infoOf(error: ProviderError | undefined): string {
  return error === undefined ? "" : `(#${error.code}) | ${error.details === "" ? error.title : error.details}`;
}

function statusOf(status: ReceiptStatus): DeliveryReport["deliveryStatus"] {
  switch (status) {
    case "submitted":
      return "Submitted";
    case "delivered":
      return "Delivered";
    case "read":
      return "Read";
    case "failed":
      return "Failed";
    default:
      return assertNever(status);
  }
}

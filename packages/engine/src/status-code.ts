import { assertNever, type ProviderError, type ReceiptStatus } from "@parley/messaging";

/** A status code in Webex Connect's numbers and its text (Channel specific status codes). */
export type StatusCode = { readonly code: string; readonly description: string };

/** The gateway took the message. */
export const queued: StatusCode = { code: "1001", description: "Queued" };

/** The code of a delivery receipt. */
export function receiptCode(status: ReceiptStatus, error: ProviderError | undefined): StatusCode {
  switch (status) {
    case "submitted":
      return { code: "7501", description: "Submitted" };
    case "delivered":
      return { code: "7500", description: "Delivered" };
    case "read":
      return { code: "7502", description: "Read" };
    case "failed":
      return { code: providerErrorCode(error?.code), description: error?.title ?? "Failed" };
    default:
      return assertNever(status);
  }
}

/**
 * Cloud API error codes and the codes that stand for the same trouble at Webex Connect. It publishes no such table: these were matched by
 * their titles, so the provider's own code always stands beside ours.
 */
const byProviderCode: ReadonlyMap<number, string> = new Map([
  [0, "7832"],
  [190, "7839"],
  [368, "7842"],
  [130429, "7845"],
  [130472, "7872"],
  [131026, "7871"],
  [131047, "7710"],
  [131048, "7711"],
  [131052, "7701"],
  [131056, "7874"],
  [132000, "7804"],
  [132001, "7805"],
  [132005, "7809"],
  [132007, "7811"],
  [132012, "7816"],
  [132015, "7869"],
  [132016, "7868"],
]);

/** The code of a provider's error; `7200`, unknown status, where none matches. */
export function providerErrorCode(code: number | undefined): string {
  return (code === undefined ? undefined : byProviderCode.get(code)) ?? "7200";
}

/** Codes of refusals that are ours (Channel specific status codes; 9002 of its contact policy). */
export const refusalCodes = {
  expired: "7705",
  windowClosed: "7710",
  noConsent: "9002",
  templateMissing: "7805",
  templatePaused: "7869",
  templateDisabled: "7868",
  templateParameters: "7804",
  invalidValue: "7004",
  unknown: "7200",
} as const;

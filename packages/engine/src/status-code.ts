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
 * What the provider's errors are called here, by code: what it means, and the Cloud API's codes for the same trouble. Webex Connect publishes no such
 * table: these were matched by their titles, so the provider's own code always stands beside ours. A code of Meta's that has no twin is of unknown
 * status, as Webex Connect reports 131049 (Channel specific status codes, 7200).
 */
export const providerStatusCodes: readonly ProviderStatusCode[] = [
  { code: "7701", meaning: "The media file could not be downloaded", meta: [131052] },
  { code: "7703", meaning: "There is trouble with the payment of the business", meta: [131042] },
  { code: "7706", meaning: "The account has reached a rate limit", meta: [80007] },
  { code: "7707", meaning: "The number's certificate is not signed", meta: [131045] },
  { code: "7710", meaning: "More than 24 hours have passed since the contact's last message", meta: [131047, 470] },
  { code: "7711", meaning: "Too many messages from this number were reported as spam", meta: [131048] },
  { code: "7713", meaning: "Something went wrong at the provider", meta: [131000] },
  { code: "7721", meaning: "A required parameter is missing", meta: [131008] },
  { code: "7722", meaning: "The value of a parameter is not valid", meta: [131009] },
  { code: "7727", meaning: "The media file could not be used", meta: [131053] },
  { code: "7733", meaning: "Sender and recipient are the same", meta: [131021] },
  { code: "7804", meaning: "The number of template parameters is wrong", meta: [132000] },
  { code: "7805", meaning: "The template does not exist in this language or is not approved", meta: [132001] },
  { code: "7809", meaning: "The filled-in template is too long", meta: [132005] },
  { code: "7811", meaning: "A template parameter holds characters that are not allowed", meta: [132007] },
  { code: "7816", meaning: "A template parameter has the wrong form", meta: [132012, 132018] },
  { code: "7832", meaning: "The access token was not accepted", meta: [0] },
  { code: "7833", meaning: "The provider's API failed for an unknown reason", meta: [1] },
  { code: "7834", meaning: "The provider's API is down", meta: [2] },
  { code: "7835", meaning: "The app lacks a capability or permission", meta: [3] },
  { code: "7836", meaning: "The app calls the provider's API too often", meta: [4] },
  { code: "7837", meaning: "The permission is denied", meta: [10, 131005] },
  { code: "7838", meaning: "A parameter of the call is not valid", meta: [33, 100] },
  { code: "7839", meaning: "The access token has expired", meta: [190] },
  { code: "7840", meaning: "A permission was not granted or was removed", meta: [200] },
  { code: "7842", meaning: "The business is blocked for now because it broke a policy", meta: [368] },
  { code: "7845", meaning: "The number sends more messages per second than it may", meta: [130429] },
  { code: "7846", meaning: "The provider's service is overloaded", meta: [131016] },
  { code: "7854", meaning: "The provider's server is not available for now", meta: [133004] },
  { code: "7860", meaning: "The account is locked", meta: [131031] },
  { code: "7862", meaning: "The receiver's identity has changed: the hashes do not match", meta: [137000] },
  { code: "7863", meaning: "The receiver's side gave a generic error", meta: [135000] },
  { code: "7865", meaning: "The sending number is not registered", meta: [133010] },
  { code: "7868", meaning: "The template is disabled", meta: [132016] },
  { code: "7869", meaning: "The template is paused", meta: [132015] },
  { code: "7870", meaning: "The account is in maintenance", meta: [131057] },
  { code: "7871", meaning: "The message cannot be delivered to this receiver", meta: [131026] },
  { code: "7872", meaning: "The receiver is part of an experiment", meta: [130472] },
  { code: "7874", meaning: "Too many messages went to this receiver in a short time", meta: [131056] },
];

/** An error of the provider's, by the number that Webex Connect has for it. */
export type ProviderStatusCode = { readonly code: string; readonly meaning: string; readonly meta: readonly number[] };

const byProviderCode: ReadonlyMap<number, string> = new Map(
  providerStatusCodes.flatMap(({ code, meta }) => meta.map((one) => [one, code] as const)),
);

/** The code of a provider's error; `7200`, unknown status, where none matches. */
export function providerErrorCode(code: number | undefined): string {
  if (code === undefined) return refusalCodes.unknown;
  // Meta gives permissions a code each.
  return byProviderCode.get(code >= 200 && code < 300 ? 200 : code) ?? refusalCodes.unknown;
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
  identityMismatch: "7862",
  invalidValue: "7004",
  unknown: "7200",
} as const;

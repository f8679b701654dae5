import { apiLimits } from "@parley/api";

/** Limits of saving, each with its reason. */
export const savingLimits = {
  /** A pause in typing: sooner would send every word by itself. */
  quietMs: 800,
  /** Whoever draws without a pause is saved this often all the same. */
  longestMs: 5_000,
  /** The wait after the first failure; it doubles with each one. */
  retryMs: 1_000,
  /** A server that is back is found within this time. */
  longestRetryMs: 30_000,
  /** What the server takes in one request, with room for what is round the patches; more is told by sending the document. */
  patches: apiLimits.patches,
  patchBytes: apiLimits.patchBytes * 0.8,
  /** Documents that were sent without an answer, remembered to know our own save again. */
  unanswered: 50,
  /** A pause before the copy on this device is written: a large document takes some milliseconds. */
  copyMs: 250,
  /** Copies that are kept of one flow, and for how long. */
  copies: 20,
  copyDays: 90,
  /** Lines of what is different: who reads more compares the flows themselves. */
  changesShown: 200,
} as const;

/**
 * What an error code of the Cloud API means for a send.
 *
 * - `refused`: the provider will never take this message as it is.
 * - `policy`: refused because of the provider's messaging rules: window, opt-in, templates, quality, who may be messaged, whose identity
 *   must be as it was. A state of the business account (payment, registration, a name under review) is not a messaging rule.
 * - `retryable`: it certainly was not taken, and the same message may be taken later.
 * - `ambiguous`: it may have been taken although an error came back.
 */
export type Disposition = "refused" | "policy" | "retryable" | "ambiguous";

/** What is known of an error code. */
export type CloudApiError = {
  readonly title: string;
  readonly disposition: Disposition;
  /** The least wait before the next attempt, where an earlier one would be in vain. */
  readonly retryAfterMs?: number;
};

/** The codes (Cloud API, Error codes). The permission codes 200 to 299 share the row 200. */
export const cloudApiErrors: Readonly<Record<number, CloudApiError>> = {
  // A bad token is for the operators to renew. Nothing was taken, and the message is as good as before, so it waits for them.
  0: { title: "Authentication failed", disposition: "retryable", retryAfterMs: 60_000 },
  190: { title: "Access token has expired", disposition: "retryable", retryAfterMs: 60_000 },

  1: { title: "Unknown API error", disposition: "ambiguous" },
  2: { title: "API service is down", disposition: "ambiguous" },
  131000: { title: "Something went wrong", disposition: "ambiguous" },
  131016: { title: "Service unavailable", disposition: "ambiguous" },
  131057: { title: "Account in maintenance mode", disposition: "ambiguous" },
  133004: { title: "Server temporarily unavailable", disposition: "ambiguous" },
  2494100: { title: "Phone number in maintenance mode", disposition: "ambiguous" },

  // The only codes whose sends are safe to replay at once: they are given before a message is looked at.
  4: { title: "Too many API calls", disposition: "retryable" },
  80007: { title: "Rate limit of the business account reached", disposition: "retryable" },
  130429: { title: "Throughput limit reached", disposition: "retryable" },
  // The rule asks for 4^X seconds, X growing by attempt, which the relay counts; this is the floor below it.
  131056: {
    title: "Rate limit of this pair of business and person reached",
    disposition: "retryable",
    retryAfterMs: 4000,
  },

  368: { title: "Temporarily blocked for policy violations", disposition: "policy" },
  470: { title: "Outside the support window", disposition: "policy" },
  130472: { title: "Person's number is part of an experiment", disposition: "policy" },
  130497: { title: "Business may not message people in this country", disposition: "policy" },
  131047: { title: "More than 24 hours since the person last wrote", disposition: "policy" },
  131048: { title: "Spam rate limit reached", disposition: "policy" },
  131049: { title: "Not delivered to keep the ecosystem healthy", disposition: "policy" },
  131050: { title: "Person stopped marketing messages", disposition: "policy" },
  131063: { title: "Marketing templates are disabled", disposition: "policy" },
  131064: { title: "Template classification limit reached", disposition: "policy" },
  132000: { title: "Number of template parameters does not match", disposition: "policy" },
  132001: { title: "Template does not exist in this language or is not approved", disposition: "policy" },
  132005: { title: "Filled-in template is too long", disposition: "policy" },
  132007: { title: "Template content violates a policy", disposition: "policy" },
  132012: { title: "Format of a template parameter does not match", disposition: "policy" },
  132015: { title: "Template is paused", disposition: "policy" },
  132016: { title: "Template is disabled", disposition: "policy" },
  132018: { title: "Configuration of template parameters does not match", disposition: "policy" },
  132068: { title: "WhatsApp Flow is blocked", disposition: "policy" },
  132069: { title: "WhatsApp Flow is throttled", disposition: "policy" },
  2388019: { title: "Template quota reached", disposition: "policy" },
  2388039: { title: "Template content rejected", disposition: "policy" },
  2388040: { title: "Template content rejected: too many characters", disposition: "policy" },
  2388047: { title: "Template content rejected: header format", disposition: "policy" },
  2388072: { title: "Template content rejected: body format", disposition: "policy" },
  2388073: { title: "Template content rejected: footer format", disposition: "policy" },
  2388293: { title: "Template content rejected: too many parameters", disposition: "policy" },
  2388299: { title: "Template content rejected: parameter at an end", disposition: "policy" },
  // Nothing is wrong with the message, which would be delivered without its hash: a safeguard held it back, and the flow must verify the person by
  // other means (WhatsApp node page, Identity Hash Field). The page's onError is for invalid field values, its onPolicyFail for checks that failed.
  137000: { title: "Identity hash does not match", disposition: "policy" },

  3: { title: "No capability or permission", disposition: "refused" },
  10: { title: "Permission denied", disposition: "refused" },
  33: { title: "Business number was deleted", disposition: "refused" },
  100: { title: "Invalid parameter", disposition: "refused" },
  200: { title: "Permission not granted or removed", disposition: "refused" },
  803: { title: "Unknown object id", disposition: "refused" },
  130403: { title: "Business blocked this person", disposition: "refused" },
  131005: { title: "Access denied", disposition: "refused" },
  131008: { title: "Required parameter is missing", disposition: "refused" },
  131009: { title: "Parameter value is not valid", disposition: "refused" },
  131021: { title: "Recipient is the sender", disposition: "refused" },
  131026: { title: "Message undeliverable", disposition: "refused" },
  131030: { title: "Recipient is not in the allowed list", disposition: "refused" },
  131031: { title: "Account is locked", disposition: "refused" },
  131037: { title: "Display name needs approval", disposition: "refused" },
  131042: { title: "Payment issue", disposition: "refused" },
  131045: { title: "Number is not registered (certificate)", disposition: "refused" },
  131051: { title: "Unsupported message type", disposition: "refused" },
  // The same file would be fetched from the same place again: a broken link does not mend by itself.
  131052: { title: "Media could not be downloaded", disposition: "refused" },
  131053: { title: "Media could not be uploaded", disposition: "refused" },
  131055: { title: "Not a marketing template", disposition: "refused" },
  131059: { title: "Invalid cursor", disposition: "refused" },
  131062: { title: "Message cannot go to a business-scoped user id", disposition: "refused" },
  133000: { title: "Incomplete deregistration", disposition: "refused" },
  133005: { title: "Two-step verification PIN mismatch", disposition: "refused" },
  133006: { title: "Number needs verification", disposition: "refused" },
  133008: { title: "Too many PIN guesses", disposition: "refused" },
  133009: { title: "PIN guessed too fast", disposition: "refused" },
  133010: { title: "Number is not registered", disposition: "refused" },
  133015: { title: "Number was deleted a short while ago", disposition: "refused" },
  133016: { title: "Too many registrations", disposition: "refused" },
  134011: { title: "Payment account is missing", disposition: "refused" },
  134100: { title: "Only marketing messages are taken here", disposition: "refused" },
  134101: { title: "Template is still being synchronised", disposition: "refused" },
  134102: { title: "Template is not available here", disposition: "refused" },
  135000: { title: "Generic user error", disposition: "refused" },
};

/** What is known of a code; undefined when the table does not have it. */
export function cloudApiErrorOf(code: number): CloudApiError | undefined {
  return cloudApiErrors[code >= 200 && code <= 299 ? 200 : code];
}

/** An error of the Cloud API: its HTTP status and its body but for the trace id (Cloud API, error codes). */
export type MetaError = {
  readonly status: number;
  readonly error: {
    readonly message: string;
    readonly type: "OAuthException" | "GraphMethodException";
    readonly code: number;
    readonly error_subcode?: number | undefined;
    readonly is_transient?: boolean | undefined;
    readonly error_data?: { readonly messaging_product: "whatsapp"; readonly details: string } | undefined;
  };
};

type Known = { readonly title: string; readonly status: number; readonly details?: string };

/** Titles, HTTP statuses and usual details by code (Cloud API, error codes). */
const known: Readonly<Record<number, Known>> = {
  1: { title: "API Unknown", status: 500 },
  2: { title: "API Service", status: 503 },
  4: { title: "API Too Many Calls", status: 429 },
  10: { title: "Permission Denied", status: 403 },
  100: { title: "Invalid parameter", status: 400 },
  190: { title: "Access token has expired", status: 401 },
  368: { title: "Temporarily blocked for policies violations", status: 403 },
  80007: { title: "Rate limit issues", status: 429 },
  130429: {
    title: "Rate limit hit",
    status: 429,
    details: "Too many messages were sent from this phone number in a short period of time.",
  },
  130472: { title: "User's number is part of an experiment", status: 400 },
  130497: { title: "Business account is restricted from messaging users in this country", status: 403 },
  131000: { title: "Something went wrong", status: 500 },
  131005: { title: "Access denied", status: 403 },
  131008: { title: "Required parameter is missing", status: 400 },
  131009: { title: "Parameter value is not valid", status: 400 },
  131016: { title: "Service unavailable", status: 503 },
  131021: { title: "Recipient cannot be sender", status: 400 },
  131026: {
    title: "Message undeliverable",
    status: 400,
    details: "The recipient's number is not on WhatsApp, or their app cannot take the message.",
  },
  131030: { title: "Recipient phone number not in allowed list", status: 400 },
  131031: { title: "Account has been locked", status: 403 },
  131042: { title: "Business eligibility payment issue", status: 402 },
  131045: { title: "Incorrect certificate", status: 500 },
  131047: {
    title: "Re-engagement message",
    status: 429,
    details: "More than 24 hours have passed since the customer last replied to this number.",
  },
  131048: { title: "Spam rate limit hit", status: 429 },
  131049: { title: "This message was not delivered to maintain healthy ecosystem engagement", status: 429 },
  131050: { title: "User has stopped marketing messages", status: 400 },
  131051: {
    title: "Unsupported message type",
    status: 400,
    details: "The simulator does not take messages of this type.",
  },
  131052: { title: "Media download error", status: 400 },
  131053: { title: "Media upload error", status: 400 },
  131056: {
    title: "(Business Account, Consumer Account) pair rate limit hit",
    status: 429,
    details: "Too many messages were sent from this phone number to the same phone number in a short period of time.",
  },
  131057: { title: "Account in maintenance mode", status: 503 },
  132000: { title: "Template param count mismatch", status: 400 },
  132001: { title: "Template does not exist", status: 404 },
};

/** What differs from the table in one case. */
export type MetaErrorOptions = {
  /** The HTTP status. */
  readonly status?: number | undefined;
  /** The words after `(#code) `. */
  readonly title?: string | undefined;
  readonly details?: string | undefined;
};

/** An error with its code; unknown codes are answered with 400. */
export function metaError(code: number, { status, title, details }: MetaErrorOptions = {}): MetaError {
  const entry = entryOf(code);
  const said = details ?? entry.details;
  return {
    status: status ?? entry.status,
    error: {
      message: `(#${code}) ${title ?? entry.title}`,
      type: "OAuthException",
      code,
      error_data: said === undefined ? undefined : { messaging_product: "whatsapp", details: said },
    },
  };
}

/** An error whose message Meta writes without the code in front. */
export function plainMetaError(
  status: number,
  error: Pick<MetaError["error"], "message" | "code"> & Partial<MetaError["error"]>,
): MetaError {
  return { status, error: { type: "OAuthException", ...error } };
}

/** An error as a failed status carries it. */
export function statusErrorOf(code: number) {
  const { title, details } = entryOf(code);
  const href = "/documentation/business-messaging/whatsapp/support/error-codes";
  return { code, title, message: title, error_data: { details: details ?? title }, href };
}

function entryOf(code: number): Known {
  return known[code] ?? { title: "Unknown error", status: 400 };
}

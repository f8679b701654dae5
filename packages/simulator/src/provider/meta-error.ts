/** An error of the Cloud API: its HTTP status and its body but for the trace id (Cloud API, error codes). */
export type MetaError = {
  readonly status: number;
  readonly error: {
    readonly message: string;
    readonly type: "OAuthException" | "GraphMethodException";
    readonly code: number;
    readonly error_subcode?: number | undefined;
    /** Words for people, as the endpoints of templates give them. */
    readonly error_user_title?: string | undefined;
    readonly error_user_msg?: string | undefined;
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
  131053: { title: "Media upload error", status: 400, details: "Unable to upload the media used in the message." },
  131056: {
    title: "(Business Account, Consumer Account) pair rate limit hit",
    status: 429,
    details: "Too many messages were sent from this phone number to the same phone number in a short period of time.",
  },
  131057: { title: "Account in maintenance mode", status: 503 },
  131059: { title: "Invalid cursor", status: 400 },
  131062: {
    title: "Business-scoped user ID recipients are not supported for this message",
    status: 400,
    details: "Authentication templates need the recipient's phone number.",
  },
  132000: { title: "Number of parameters does not match the expected number of params", status: 400 },
  132001: { title: "Template name does not exist in the translation", status: 404 },
  132005: { title: "Translated text too long", status: 400 },
  132007: { title: "Template Format Character Policy Violated", status: 400 },
  132012: { title: "Parameter format does not match format in the created template", status: 400 },
  132015: {
    title: "Template is Paused",
    status: 400,
    details: "Template is temporarily unavailable to use because it was paused due to low quality.",
  },
  132016: {
    title: "Template is Disabled",
    status: 400,
    details: "Template has been paused too many times due to low quality and is now permanently disabled.",
  },
  132018: { title: "There's an issue with the parameters in your template", status: 400 },
  133010: { title: "Phone number Not Registered", status: 400 },
  137000: {
    title: "Recipient identity key hash mismatch",
    status: 400,
    details:
      "The recipient's identity key has changed: it does not match recipient_identity_key_hash, and nothing was delivered.",
  },
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

/** An error as a failed status carries it, with other words than the code's usual ones if given. */
export function statusErrorOf(code: number, details?: string) {
  const entry = entryOf(code);
  const { title } = entry;
  const href = "/documentation/business-messaging/whatsapp/support/error-codes";
  return { code, title, message: title, error_data: { details: details ?? entry.details ?? title }, href };
}

function entryOf(code: number): Known {
  return known[code] ?? { title: "Unknown error", status: 400 };
}

/** Limits of the gateways, each with its reason. Lengths are in UTF-16 code units unless a name says otherwise. */
export const gatewayLimits = {
  /** The longest answer to a send that is read: real ones stay below 4 kB, more is a broken or hostile peer. */
  responseBytes: 64 * 1024,
  /** The longest answer about an account that is read: a page of templates with all their links stays far below it. */
  accountResponseBytes: 8 * 1024 * 1024,
  /** Templates asked for at once: fewer questions, and no page that is slow to make. */
  templatesPerPage: 100,
  /** Pages of templates that are read: a business account has at most 6,000 (Cloud API, Message templates, Template limits). */
  templatePages: 100,
  /** How much of the provider's own text an error keeps: it is stored with the conversation and shown in logs. */
  providerTextLength: 1000,
  /** A name from the wire inside a reason: types, fields and statuses are short, a longer one is noise. */
  wireNameLength: 60,
  /** A provider's id of a message or number: seen ones stay below 150; it becomes a key in the store. */
  wireIdLength: 512,
  /** Our own id of a send (the port's rule, and well inside the provider's opaque field). */
  sendKeyLength: 100,
  /** Waiting longer than this for one send would hold back the messages behind it. */
  requestTimeoutMs: 120_000,
  /** A peer that cannot be connected to in this time is better tried again later. */
  connectTimeoutMs: 10_000,
  /** More connections than messages per second for the fastest number (Cloud API, throughput: 1,000). */
  connections: 1000,
  /** A wait asked for by the provider is believed up to an hour, the longest window of its rate limits. */
  retryAfterMs: 60 * 60 * 1000,
  /** The challenge of a webhook verification is echoed; real ones are some ten digits. */
  challengeLength: 256,
} as const;

/** Limits of requests, each with its reason. */
export const apiLimits = {
  /** As the flow versions of Webex Connect have. */
  commentLength: 250,
  appsPerFlow: 1_000,
  /** A page of a list: more makes a slow answer. */
  pageSize: 200,
  reasonLength: 500,
  /** A flow of the largest size, in its request. */
  bodyBytes: 11 * 1024 * 1024,
  /** What a designer saves at once: a second's work of a person, or a large paste. A whole draft has a route of its own. */
  patches: 5_000,
  patchBytes: 1024 * 1024,
  /** Steps of a patch's path: deeper than anything in a flow. */
  patchSteps: 200,
  /** A name in a patch's path: ids and names of a flow have at most 100 characters. */
  patchStepLength: 200,
  /** What a person types on the phone, as long as WhatsApp takes it (Cloud API, Messages reference). */
  phoneTextLength: 4_096,
  phoneNameLength: 100,
  /** Any wait of a phone: a week. */
  phoneWaitMs: 7 * 24 * 60 * 60 * 1000,
  /** An admin token: more is none of ours. */
  tokenLength: 1_000,
  /** A webhook of the Cloud API (Webhooks, payload size). */
  webhookBytes: 3 * 1024 * 1024,
  /** A call of an inbound webhook (Inbound webhooks, payload limit), and an event of the events API. */
  signalBytes: 256 * 1024,
  /** The largest file that WhatsApp takes, a document (Cloud API, Media). */
  mediaBytes: 100 * 1024 * 1024,
  /** Names of connections, apps and webhooks. */
  nameLength: 100,
  /** A token or secret: more is none of a provider's. */
  secretLength: 2_000,
  /** The address of a provider's API. */
  baseUrlLength: 2_000,
  correlationIdLength: 250,
} as const;

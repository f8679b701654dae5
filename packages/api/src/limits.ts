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
  /** A webhook of the Cloud API (Webhooks, payload size). */
  webhookBytes: 3 * 1024 * 1024,
} as const;

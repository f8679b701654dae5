/** Limits of performers, each with its reason. */
export const performerLimits = {
  /** From the call to the end of the answer, redirects included (Outbound webhooks: 10 s). */
  postMs: 10_000,
  /** One for the protocol, one for the host's name, and one to spare. */
  redirects: 3,
  /** How much of an answer is read, so that its connection may serve again; beyond that it is cut. */
  answerBytes: 64 * 1024,
  /** Connections to one place, so that a slow one cannot use up all. */
  connectionsPerOrigin: 8,
  /** Places to which connections are kept. */
  origins: 1_000,
} as const;

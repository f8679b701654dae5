/** Limits of the WhatsApp channel, each with its source, and of reading input. Lengths are in UTF-16 code units unless a name says otherwise. */
export const messagingLimits = {
  /** Text message body (Cloud API reference, text.body; WhatsApp node page, Text). */
  textBodyLength: 4096,
  /** How long a contact's message keeps the session window open, in milliseconds (WhatsApp node page, "24 hour rolling window"). */
  sessionWindowMs: 24 * 60 * 60 * 1000,
  /** A business-scoped user id: two letters, a point, up to 128 letters or digits; `ENT.` may stand between. */
  bsuidLength: 135,
  /** Sent messages per second for a number that Meta has not raised (Cloud API, throughput). */
  messagesPerSecond: 80,
  /** Problems told of one input: more than anyone mends at a time. */
  inputProblems: 50,
} as const;

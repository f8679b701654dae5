/** Limits of a conversation's memory, each with its reason. */
export const engineLimits = {
  /** Messages that a node sent before its latest and by which an answer to one is still known: a contact seldom scrolls back further. */
  formerMessages: 10,
} as const;

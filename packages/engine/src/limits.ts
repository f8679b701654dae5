/** Limits of what is kept in memory, each with its reason. */
export const engineLimits = {
  /** Messages that a node sent before its latest and by which an answer to one is still known: a contact seldom scrolls back further. */
  formerMessages: 10,
  /** Time zones that are kept ready: more than the time zone database has, without the names of old. */
  timeZones: 500,
} as const;

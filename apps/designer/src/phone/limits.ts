/** Limits of the phone, each with its reason. */
export const phoneLimits = {
  /** Characters of one message that is written: as many as WhatsApp shows of one. */
  textLength: 4_096,
  /** Ways taken that stay marked on the canvas: more than a flow has outcomes that one looks at. */
  taken: 500,
  /** Between two looks at a live chat, in milliseconds: as soon as a person expects an answer. */
  chatEveryMs: 500,
  /** Between two looks at whether a flow is live. */
  standingEveryMs: 5_000,
  /** Errors that keep a preview from beginning, shown at once; the problems panel has them all. */
  errorsShown: 8,
  /** How long a draft rests before a preview that has not begun takes it. */
  draftRestsMs: 300,
  /** Contacts that are remembered. */
  contacts: 20,
  /** Characters of a contact's name. */
  nameLength: 60,
} as const;

/** Limits of the frame, each with its reason. */
export const shellLimits = {
  /** A pause before the address follows what is looked at: whoever walks through nodes needs no address for each. */
  addressMs: 300,
  /** Pages of a conversation's journal that are read to show its way. */
  journalPages: 5,
} as const;

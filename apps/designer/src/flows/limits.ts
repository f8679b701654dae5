/** Limits of the list of flows, each with its reason. */
export const flowListLimits = {
  /** Lines of what is wrong with a file: who mends ten things tries again. */
  problemsShown: 10,
} as const;

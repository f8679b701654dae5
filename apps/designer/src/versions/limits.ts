/** Limits of versions, each with its reason. */
export const versionLimits = {
  /** Lines of problems in the dialog; the panel has them all. */
  issuesShown: 6,
} as const;

/** Limits of processes under test, each with its reason. */
export const processLimits = {
  /** Lines of a process's output that are kept for a failure message. */
  outputLines: 2_000,
  /** Until a process is ready: half a second on an idle machine, and time for a busy one. */
  readyMs: 20_000,
  /** A process that does not stop when asked is stopped hard, so that a failed test does not hold up the others. */
  stopMs: 10_000,
  /** Until something that happens at once is seen to have happened. */
  waitMs: 10_000,
  /** Between two looks. */
  pollMs: 20,
  /** A request that takes longer hangs. */
  requestMs: 20_000,
} as const;

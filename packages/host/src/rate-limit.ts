import { hostLimits } from "./limits.ts";

/** Paces one app's sends evenly. */
export type RateLimit = {
  /** Whole milliseconds until the next send may go; 0 when it may go now. */
  readonly waitMs: (now: number) => number;
  /** Counts a send. */
  readonly take: (now: number) => void;
};

/**
 * Even spacing by the generic cell rate algorithm: a send moves the earliest time of the next one. A timer that comes late is made up for
 * within the tolerance, and the spacing is wider by as much, so that no second ever sees more than `perSecond` sends. The rate is asked for
 * every send, because it may be set anew.
 */
export function createRateLimit(perSecond: () => number): RateLimit {
  let next = 0;
  const intervalMs = (): number => (1000 + hostLimits.rateToleranceMs) / perSecond();
  return {
    waitMs: (now) => {
      // Further ahead than one interval it can only be because the clock was set back.
      next = Math.min(next, now + intervalMs());
      return Math.max(0, Math.ceil(next - now));
    },
    take: (now) => {
      next = Math.max(next, now - hostLimits.rateToleranceMs) + intervalMs();
    },
  };
}

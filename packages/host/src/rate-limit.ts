import { hostLimits } from "./limits.ts";

/** Paces one app's sends evenly. */
export type RateLimit = {
  /** Milliseconds until the next send may go; 0 when it may go now. */
  readonly waitMs: (now: number) => number;
  /** Counts a send. */
  readonly take: (now: number) => void;
};

/**
 * Even spacing by the generic cell rate algorithm: a send moves the earliest time of the next one by 1/rate. A timer that comes late may be made
 * up for within the tolerance, so that the rate holds over any second.
 */
export function createRateLimit(perSecond: number): RateLimit {
  const intervalMs = 1000 / perSecond;
  let next = 0;
  return {
    waitMs: (now) => Math.max(0, next - now),
    take: (now) => {
      next = Math.max(next, now - hostLimits.rateToleranceMs) + intervalMs;
    },
  };
}

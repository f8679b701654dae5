import { type Clock, invariant } from "@parley/messaging";
import { simulatorLimits } from "./limits.ts";

/** A clock that stands still until it is told to go on. */
export type ManualClock = {
  readonly clock: Clock;
  /** When the next callback is due, in milliseconds; undefined while nothing is scheduled. */
  nextAt(): number | undefined;
  /**
   * Moves the time on by `ms`, running what falls due in the order of its time (of its scheduling, where times are equal), each
   * callback at its own time. Promises settle before the first callback and after each, so that what they schedule runs too.
   */
  advance(ms: number): Promise<void>;
};

type Timer = { readonly atMs: number; readonly callback: () => void };

/** Makes a clock for tests and replays, standing at `startAtMs` (2026-01-01T00:00:00Z unless given). */
export function createManualClock(startAtMs = 1_767_225_600_000): ManualClock {
  const timers: Timer[] = [];
  let now = startAtMs;

  function schedule(atMs: number, callback: () => void): () => void {
    const timer = { atMs, callback };
    timers.splice(placeFor(timers, atMs), 0, timer);
    return () => {
      const place = timers.indexOf(timer);
      if (place >= 0) timers.splice(place, 1);
    };
  }

  async function advance(ms: number): Promise<void> {
    const until = now + ms;
    await settle();
    for (let count = 0; (timers[0]?.atMs ?? Infinity) <= until; count += 1) {
      invariant(count < simulatorLimits.manualCallbacks, "callbacks on a manual clock come to an end");
      const timer = timers.shift();
      now = Math.max(now, timer?.atMs ?? now);
      timer?.callback();
      await settle();
    }
    now = until;
  }

  return { clock: { now: () => now, schedule }, nextAt: () => timers[0]?.atMs, advance };
}

/** The place after every timer that is due no later, by bisection, so that equal times keep the order of their scheduling. */
function placeFor(timers: readonly Timer[], atMs: number): number {
  let low = 0;
  let high = timers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timers[middle]?.atMs ?? Infinity) <= atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function settle(): Promise<void> {
  for (let round = 0; round < simulatorLimits.settleRounds; round += 1) await Promise.resolve();
}

import type { Clock } from "@parley/messaging";

/**
 * A clock that shows another time than the one it stands upon. Moving it changes what `now` says, not how long anything takes: what is
 * scheduled already moves with it and comes as long from now as before.
 */
export interface MovableClock extends Clock {
  /** Shows a time that is `ms` later from now on. */
  advance(ms: number): void;
  /** Shows the time of the clock it stands upon again, and forgets everything scheduled. */
  reset(): void;
}

/** Makes a movable clock upon another. */
export function createMovableClock(base: Clock): MovableClock {
  const cancellations = new Set<() => void>();
  let offsetMs = 0;

  function schedule(atMs: number, callback: () => void): () => void {
    const cancelTimer = base.schedule(atMs - offsetMs, () => {
      cancellations.delete(cancel);
      callback();
    });
    function cancel(): void {
      cancellations.delete(cancel);
      cancelTimer();
    }
    cancellations.add(cancel);
    return cancel;
  }

  return {
    now: () => base.now() + offsetMs,
    schedule,
    advance: (ms) => {
      offsetMs += ms;
    },
    reset: () => {
      offsetMs = 0;
      for (const cancel of [...cancellations]) cancel();
    },
  };
}

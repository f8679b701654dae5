import type { Clock } from "@parley/messaging";

/** The longest sleep without a look at the clock: one that was set on meanwhile, or stood still with its machine, is noticed by then. */
const longestSleepMs = 60_000;

/**
 * The clock of the machine. A call back comes when the clock shows its time, or when as much time has passed as was left at first, whichever is
 * sooner: on a clock that was set on it comes within a minute, and on one that was set back it does not come later for it.
 */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (atMs, callback) => {
    const until = performance.now() + (atMs - Date.now());
    let timer: NodeJS.Timeout;
    const sleep = (): void => {
      const leftMs = Math.min(atMs - Date.now(), until - performance.now());
      timer = setTimeout(leftMs > longestSleepMs ? sleep : callback, Math.min(Math.max(0, leftMs), longestSleepMs));
    };
    sleep();
    return () => clearTimeout(timer);
  },
};

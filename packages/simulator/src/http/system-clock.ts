import type { Clock } from "@parley/messaging";

/** The longest wait a timer of Node can hold; a longer one would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (atMs, callback) => {
    let timer = setTimeout(wake, Math.min(Math.max(0, atMs - Date.now()), longestTimerMs));
    function wake(): void {
      const leftMs = atMs - Date.now();
      if (leftMs > longestTimerMs) timer = setTimeout(wake, longestTimerMs);
      else callback();
    }
    return () => clearTimeout(timer);
  },
};

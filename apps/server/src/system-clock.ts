import type { Clock } from "@parley/messaging";

/** Longer timers overflow and fire at once. */
const longestTimerMs = 2 ** 31 - 1;

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  schedule: (atMs, callback) => {
    let timer: NodeJS.Timeout;
    const arm = (): void => {
      const waitMs = atMs - Date.now();
      timer = waitMs > longestTimerMs ? setTimeout(arm, longestTimerMs) : setTimeout(callback, Math.max(0, waitMs));
    };
    arm();
    return () => clearTimeout(timer);
  },
};

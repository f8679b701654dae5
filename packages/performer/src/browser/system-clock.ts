import type { Clock } from "@parley/messaging";

/** The time of the machine. */
export const systemClock: Clock = {
  now: Date.now,
  schedule: (atMs, callback) => {
    const timer = setTimeout(callback, Math.max(0, atMs - Date.now()));
    return () => clearTimeout(timer);
  },
};

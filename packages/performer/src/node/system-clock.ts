import type { Clock } from "@parley/messaging";

/** The time of the machine. Waiting keeps no process alive. */
export const systemClock: Clock = {
  now: Date.now,
  schedule: (atMs, callback) => {
    const timer = setTimeout(callback, Math.max(0, atMs - Date.now())).unref();
    return () => clearTimeout(timer);
  },
};

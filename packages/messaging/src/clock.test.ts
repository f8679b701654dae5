import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { type Clock, sleep } from "./clock.ts";

/** A clock that stands still until it is told. */
function handClock(): Clock & { pending: () => number; moveTo: (atMs: number) => void } {
  let now = 1_000;
  let timers: { atMs: number; callback: () => void }[] = [];
  return {
    now: () => now,
    schedule: (atMs, callback) => {
      const timer = { atMs, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pending: () => timers.length,
    moveTo: (atMs) => {
      now = atMs;
      const due = timers.filter((timer) => timer.atMs <= now);
      timers = timers.filter((timer) => timer.atMs > now);
      for (const { callback } of due) callback();
    },
  };
}

test("sleep wakes when its time has come and no sooner", async () => {
  const clock = handClock();
  let isAwake = false;
  const waiting = sleep(clock, 500).then(() => {
    isAwake = true;
  });
  clock.moveTo(1_499);
  await Promise.resolve();
  expect(isAwake).toBe(false);
  clock.moveTo(1_500);
  await waiting;
  expect(isAwake).toBe(true);
});

test("sleep rejects with the signal's reason and leaves no timer behind", async () => {
  const clock = handClock();
  const stop = new AbortController();
  const waiting = sleep(clock, 500, stop.signal);
  stop.abort(new Error("closing"));
  await expect(waiting).rejects.toThrow("closing");
  expect(clock.pending()).toBe(0);
});

test("sleep does not begin under a signal that has aborted", async () => {
  const clock = handClock();
  await expect(sleep(clock, 500, AbortSignal.abort(new Error("closed")))).rejects.toThrow("closed");
  expect(clock.pending()).toBe(0);
});

test("an abort after waking changes nothing, and nothing listens for it", async () => {
  const clock = handClock();
  const stop = new AbortController();
  const waiting = sleep(clock, 500, stop.signal);
  clock.moveTo(2_000);
  expect(getEventListeners(stop.signal, "abort")).toEqual([]);
  stop.abort(new Error("late"));
  await expect(waiting).resolves.toBeUndefined();
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { hostLimits } from "./limits.ts";
import { createRateLimit } from "./rate-limit.ts";

/** When sends go that are always waiting, where each wake comes late by so many milliseconds in turn. */
function sendTimes(perSecond: number, lateness: readonly number[], startAt = 1_000_000): number[] {
  const rate = createRateLimit(() => perSecond);
  const times: number[] = [];
  let now = startAt;
  for (const late of lateness) {
    const waitMs = rate.waitMs(now);
    if (waitMs > 0) now += waitMs + late;
    rate.take(now);
    times.push(now);
  }
  return times;
}

function mostInAnySecond(times: readonly number[]): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length));
}

test("no second sees more sends than the rate, however late timers come", () => {
  const lateness = fc.array(fc.nat(200), { minLength: 50, maxLength: 200 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), lateness, (perSecond, late) => {
      expect(mostInAnySecond(sendTimes(perSecond, late))).toBeLessThanOrEqual(perSecond);
    }),
  );
});

test.each([1, 7, 80, 1_000])(
  "sends go evenly, at %d in a second and two per cent less in the long run",
  (perSecond) => {
    const times = sendTimes(
      perSecond,
      Array.from({ length: perSecond * 10 + 30 }, () => 0),
    );
    // The first may come in a burst, as far as the tolerance goes.
    const steady = times.slice(30);
    const tookMs = (steady.at(-1) ?? 0) - (steady[0] ?? 0);
    expect(tookMs).toBeLessThanOrEqual(10 * 1_000 * 1.03);
    const gaps = steady.slice(1).map((at, index) => at - (steady[index] ?? 0));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
  },
);

test("a timer that comes late is made up for within the tolerance", () => {
  const late = Array.from({ length: 400 }, () => hostLimits.rateToleranceMs / 4);
  const times = sendTimes(80, late);
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThanOrEqual((400 / 80) * 1_000 * 1.03);
});

test("a send may go at once after a pause, and the pause is not made up for", () => {
  const rate = createRateLimit(() => 10);
  expect(rate.waitMs(5_000)).toBe(0);
  rate.take(5_000);
  expect(rate.waitMs(5_000)).toBe(82);
  expect(rate.waitMs(9_000)).toBe(0);
  rate.take(9_000);
  expect(rate.waitMs(9_000)).toBe(82);
});

test("a clock that is set back costs one interval and no more", () => {
  const rate = createRateLimit(() => 10);
  rate.take(3_600_000);
  expect(rate.waitMs(1_000)).toBe(102);
  expect(rate.waitMs(1_102)).toBe(0);
});

test("a rate that is set anew holds for the next send", () => {
  let perSecond = 1;
  const rate = createRateLimit(() => perSecond);
  rate.take(1_000);
  expect(rate.waitMs(1_000)).toBe(1_000);
  perSecond = 100;
  expect(rate.waitMs(1_000)).toBe(11);
});

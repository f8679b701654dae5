import fc from "fast-check";
import { expect, test } from "vitest";
import { type RateLimit, type RateQuota, takeFromQuota } from "./rate-limit.ts";

/** How many of the messages at these times are taken. */
function takenAt(limit: RateLimit, times: readonly number[]): number {
  let quota: RateQuota | undefined;
  let taken = 0;
  for (const time of times) {
    const left = takeFromQuota(limit, quota, time);
    if (left === undefined) continue;
    quota = left;
    taken += 1;
  }
  return taken;
}

test("a full quota takes its burst at once and one more after each interval", () => {
  const limit = { burst: 45, intervalMs: 6_000 };
  const burst = Array.from({ length: 50 }, () => 0);
  expect(takenAt(limit, burst)).toBe(45);
  expect(takenAt(limit, [...burst, 5_999])).toBe(45);
  expect(takenAt(limit, [...burst, 6_000, 6_000])).toBe(46);
});

test("no stretch of time takes more than the burst and what its length earns", () => {
  const limits = fc.record({ burst: fc.integer({ min: 1, max: 20 }), intervalMs: fc.integer({ min: 1, max: 1_000 }) });
  fc.assert(
    fc.property(limits, fc.array(fc.nat(500), { maxLength: 100 }), (limit, pauses) => {
      let now = 0;
      const times = pauses.map((pause) => (now += pause));
      expect(takenAt(limit, times)).toBeLessThanOrEqual(limit.burst + now / limit.intervalMs + 1e-6);
    }),
  );
});

test("messages exactly at the rate are all taken", () => {
  const times = Array.from({ length: 1_000 }, (_, place) => 1_767_225_600_000 + place * 12.5);
  expect(takenAt({ burst: 80, intervalMs: 12.5 }, times)).toBe(1_000);
});

test("a clock set back takes nothing away", () => {
  expect(takenAt({ burst: 2, intervalMs: 10 }, [1_000, 0, 0])).toBe(2);
});

import { expect, test } from "vitest";
import { createManualClock } from "./manual-clock.ts";
import { createMovableClock } from "./movable-clock.ts";

test("a movable clock shows a later time at once, and what is scheduled takes as long as before", async () => {
  const base = createManualClock(0);
  const clock = createMovableClock(base.clock);
  const seen: number[] = [];
  clock.schedule(400, () => seen.push(clock.now()));
  clock.advance(10_000);
  expect(clock.now()).toBe(10_000);
  await base.advance(399);
  expect(seen).toEqual([]);
  await base.advance(1);
  expect(seen).toEqual([10_400]);
});

test("what is scheduled after a move falls due by the moved time", async () => {
  const base = createManualClock(0);
  const clock = createMovableClock(base.clock);
  const seen: number[] = [];
  clock.advance(10_000);
  clock.schedule(clock.now() + 5, () => seen.push(clock.now()));
  await base.advance(5);
  expect(seen).toEqual([10_005]);
});

test("a reset clock shows the base time and forgets what was scheduled", async () => {
  const base = createManualClock(0);
  const clock = createMovableClock(base.clock);
  const seen: string[] = [];
  clock.schedule(5, () => seen.push("forgotten"));
  clock.schedule(5, () => seen.push("cancelled"))();
  clock.advance(10_000);
  clock.reset();
  clock.schedule(6, () => seen.push("new"));
  expect(clock.now()).toBe(0);
  await base.advance(10);
  expect(seen).toEqual(["new"]);
});

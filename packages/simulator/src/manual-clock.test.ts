import { sleep } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { createManualClock } from "./manual-clock.ts";

describe("the manual clock", () => {
  test("stands still until it is advanced", async () => {
    const { clock, advance } = createManualClock(1_000);
    expect(clock.now()).toBe(1_000);
    await advance(500);
    expect(clock.now()).toBe(1_500);
  });

  test("says when the next callback is due, and nothing while there is none", () => {
    const { clock, nextAt } = createManualClock(1_000);
    expect(nextAt()).toBeUndefined();
    clock.schedule(3_000, () => undefined);
    const cancel = clock.schedule(2_000, () => undefined);
    expect(nextAt()).toBe(2_000);
    cancel();
    expect(nextAt()).toBe(3_000);
  });

  test("runs what falls due in order of time, then of scheduling, each at its own time", async () => {
    const { clock, advance } = createManualClock(0);
    const seen: string[] = [];
    for (const [name, atMs] of [
      ["c", 30],
      ["a", 10],
      ["b1", 20],
      ["b2", 20],
      ["later", 31],
    ] as const) {
      clock.schedule(atMs, () => seen.push(`${name}@${clock.now()}`));
    }
    await advance(30);
    expect(seen).toEqual(["a@10", "b1@20", "b2@20", "c@30"]);
  });

  test("runs what callbacks and settled promises schedule within the same advance", async () => {
    const { clock, advance } = createManualClock(0);
    const woken: number[] = [];
    void (async () => {
      for (let round = 0; round < 3; round += 1) {
        await sleep(clock, 10);
        woken.push(clock.now());
      }
    })();
    await advance(100);
    expect(woken).toEqual([10, 20, 30]);
  });

  test("runs what was scheduled in the past without going back in time", async () => {
    const { clock, advance } = createManualClock(1_000);
    const seen: number[] = [];
    clock.schedule(5, () => seen.push(clock.now()));
    await advance(0);
    expect(seen).toEqual([1_000]);
  });

  test("does not run what was cancelled", async () => {
    const { clock, advance } = createManualClock(0);
    const seen: string[] = [];
    const cancel = clock.schedule(10, () => seen.push("cancelled"));
    clock.schedule(10, () => seen.push("kept"));
    cancel();
    cancel();
    await advance(10);
    expect(seen).toEqual(["kept"]);
  });
});

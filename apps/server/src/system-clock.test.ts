import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { systemClock } from "./system-clock.ts";

const second = 1_000;
const hour = 3_600 * second;

/** Asks for a call back after a while, and says whether it came. */
function callBackAfter(ms: number): { isDone: boolean; readonly cancel: () => void } {
  const called = { isDone: false, cancel: systemClock.schedule(systemClock.now() + ms, () => (called.isDone = true)) };
  return called;
}

describe("It is true that a call back of the machine's clock", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("comes at its time, also after longer than a timer of JavaScript can wait", () => {
    const far = callBackAfter(1_000 * hour);
    vi.advanceTimersByTime(1_000 * hour - 1);
    expect(far.isDone).toBe(false);
    vi.advanceTimersByTime(1);
    expect(far.isDone).toBe(true);
  });

  test("comes within a minute when the clock is set on", () => {
    const late = callBackAfter(2 * hour);
    vi.setSystemTime(Date.now() + 3 * hour);
    vi.advanceTimersByTime(60 * second + 1);
    expect(late.isDone).toBe(true);
  });

  test("comes after as long as was left when the clock is set back", () => {
    const late = callBackAfter(90 * second);
    vi.setSystemTime(Date.now() - hour);
    vi.advanceTimersByTime(90 * second - 1);
    expect(late.isDone).toBe(false);
    vi.advanceTimersByTime(1);
    expect(late.isDone).toBe(true);
  });

  test("does not come once it is cancelled", () => {
    const never = callBackAfter(hour);
    vi.advanceTimersByTime(hour / 2);
    never.cancel();
    vi.advanceTimersByTime(hour);
    expect(never.isDone).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import type { TimerRow } from "@parley/store";
import { createManualClock, createMemoryStore } from "@parley/testing";
import { silentLog } from "./host-log.ts";
import { createTimers } from "./timers.ts";

/** The timer loop over a store that answers when it is told to, and a count of the calls back that the clock owes. */
function openLoop() {
  const manual = createManualClock(0);
  const rows: TimerRow[] = [];
  const fired: string[] = [];
  const answers: (() => void)[] = [];
  const answered = <Value>(value: Value): Promise<Value> =>
    new Promise((resolve) => answers.push(() => resolve(value)));
  let wakes = 0;
  const timers = createTimers({
    log: silentLog,
    clock: {
      now: () => manual.clock.now(),
      schedule: (at, callback) => {
        wakes += 1;
        let isOver = false;
        const end = (): void => {
          if (!isOver) wakes -= 1;
          isOver = true;
        };
        const cancel = manual.clock.schedule(at, () => {
          end();
          callback();
        });
        return () => {
          end();
          cancel();
        };
      },
    },
    store: {
      ...createMemoryStore(),
      dueTimers: ({ until }) => answered(rows.filter(({ firesAt }) => firesAt <= until)),
      nextTimerAt: () => answered(rows.map(({ firesAt }) => firesAt).toSorted((left, right) => left - right)[0]),
    },
    fire: async (due) => {
      for (const timer of due) {
        fired.push(timer.timerId);
        rows.splice(rows.indexOf(timer), 1);
      }
    },
  });
  const set = (timerId: string, firesAt: number): void => {
    rows.push({ threadId: "t", conversationId: "t-1", timerId, generation: 1, firesAt });
    timers.notice(firesAt);
  };
  /** Lets the store answer its oldest question, and everything happen that follows. */
  const answer = async (): Promise<void> => {
    answers.shift()?.();
    await manual.advance(0);
  };
  const answerAll = async (): Promise<void> => {
    while (answers.length > 0) await answer();
  };
  return { timers, fired, set, answer, answerAll, advance: manual.advance, wakes: () => wakes };
}

describe("the timer loop", () => {
  test("loses no timer that is set and falls due while it looks for the next", async () => {
    const { timers, fired, set, answer, answerAll, advance } = openLoop();
    timers.start();
    await advance(0);
    await answer();
    set("a", 0);
    await advance(0);
    await answerAll();
    expect(fired).toEqual(["a"]);
  });

  test("leaves one call back at most, however it is woken", async () => {
    const { timers, fired, set, answer, answerAll, advance, wakes } = openLoop();
    set("late", 1_000);
    timers.start();
    await advance(0);
    await answer();
    set("a", 0);
    await advance(0);
    await answerAll();
    expect(fired).toEqual(["a"]);
    expect(wakes()).toBe(1);
    await timers.stop();
    expect(wakes()).toBe(0);
  });

  test("has no call back while there is no timer", async () => {
    const { timers, answerAll, advance, wakes } = openLoop();
    timers.start();
    await advance(0);
    await answerAll();
    expect(wakes()).toBe(0);
  });

  test("asks the store nothing once it is stopped", async () => {
    const { timers, fired, set, answerAll, advance, wakes } = openLoop();
    set("a", 0);
    timers.start();
    await timers.stop();
    timers.notice(0);
    await advance(1_000);
    await answerAll();
    expect([fired, wakes()]).toEqual([[], 0]);
  });
});

import { setTimeout as sleep } from "node:timers/promises";
import type { EvaluateTask, TaskAnswer } from "@parley/flow";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluateTask } from "../script/script.test-support.ts";
import { createScriptPool, type ScriptPool } from "../script/script-pool.ts";
import { startScriptThread } from "./start-script-thread.ts";
import { systemClock } from "./system-clock.ts";

/** So much that no thread is ended because the machine is busy. */
const patient = { start: startScriptThread, workers: 2, clock: systemClock, hardStopMs: 50_000 };

let pool: ScriptPool;
beforeAll(async () => {
  pool = createScriptPool(patient);
  await pool.check("1");
}, 60_000);
afterAll(() => pool.close());

function run(script: string, more?: Partial<EvaluateTask>): Promise<TaskAnswer> {
  return pool.run(evaluateTask(script, more), new AbortController().signal);
}

describe("It is true that a script in a thread of its own", { timeout: 60_000 }, () => {
  test("gives its values", async () => {
    expect(await run("city = city + '!'; $(n3.receive.message)")).toEqual({
      type: "done",
      values: { result: "hi", variables: { city: "Lyon!" } },
    });
    expect(await run("throw new Error('boo')")).toEqual({
      type: "failed",
      reason: "The script failed in line 1: Error: boo.",
    });
    expect(await pool.check("(")).toMatchObject({ line: 1 });
  });

  test("holds up nobody else, neither this thread nor the other scripts", async () => {
    const endless = run("for (;;);", { timeMs: 1_000 });
    let turns = 0;
    const others = Promise.all(Array.from({ length: 10 }, () => run("1 + 1")));
    const counting = (async () => {
      for (; turns < 10; turns += 1) await sleep(1);
    })();
    await Promise.race([endless, counting]);
    expect(turns).toBe(10);
    expect(await others).toEqual(
      Array.from({ length: 10 }, () => ({ type: "done", values: { result: 2, variables: {} } })),
    );
    expect(await endless).toMatchObject({ reason: "The script took longer than 1000 ms and was stopped." });
  });

  test("comes to the end of its own stack before that of the thread", async () => {
    const deep = [
      "function f() { f() } f()",
      "var a = []; for (var i = 0; i < 50000; i++) a = [a]; JSON.stringify(a)",
      "JSON.parse('['.repeat(100000))",
      "eval('('.repeat(100000))",
      "eval('['.repeat(5000) + ']'.repeat(5000))",
      "eval('`${'.repeat(3000) + '1' + '}`'.repeat(3000))",
      "new RegExp('(?:'.repeat(100000) + ')'.repeat(100000))",
      "var p = {}; for (var i = 0; i < 10000; i++) p = new Proxy(p, {}); p.x",
    ];
    for (const script of deep) {
      const answer = await run(script, { timeMs: 1_000 });
      expect(answer).toMatchObject({ type: "failed", reason: expect.not.stringContaining("broke") });
    }
  });

  test("sees nothing of the environment, which the thread itself does not have", async () => {
    expect(await run("typeof process")).toMatchObject({ values: { result: "undefined" } });
  });
});

test.each([
  // By the clock it may run shorter than by the processor, so that it cannot have been stopped from within.
  ["for (;;);", 1_000, -900],
  // Looking for a text in another asks nobody whether its time is over.
  ["'a'.repeat(3e6).indexOf('a'.repeat(1e6) + 'b')", 50, 50],
])(
  "It is true that a thread is ended from outside in the middle of %s",
  { timeout: 60_000 },
  async (script, timeMs, hardStopMs) => {
    const strict = createScriptPool({ ...patient, workers: 1, hardStopMs });
    const signal = new AbortController().signal;
    expect(await strict.run(evaluateTask(script, { timeMs }), signal)).toEqual({
      type: "failed",
      reason: "The script took longer than 100 ms by the clock, and its thread was ended.",
    });
    const next = await strict.run(evaluateTask("1 + 1", { timeMs: 30_000 }), signal);
    expect(next).toMatchObject({ type: "done", values: { result: 2 } });
    strict.close();
  },
);

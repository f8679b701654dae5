import type { TaskAnswer } from "@parley/flow";
import type { Clock } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { performerLimits } from "../limits.ts";
import { evaluateTask } from "./script.test-support.ts";
import { createScriptPool, type ScriptPool } from "./script-pool.ts";
import type { ScriptJob, ScriptNews } from "./script-worker.ts";

/** A thread that does what the test says, when the test says so. */
type Thread = { readonly tell: (news: ScriptNews) => void; readonly jobs: ScriptJob[]; hasEnded: boolean };

type Scene = {
  readonly pool: ScriptPool;
  readonly threads: Thread[];
  /** Lets so much time pass. */
  readonly pass: (ms: number) => void;
};

function makeScene(workers = 2): Scene {
  const threads: Thread[] = [];
  let now = 0;
  let alarms: { readonly at: number; readonly ring: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    schedule: (at, ring) => {
      const alarm = { at, ring };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
  };
  const pool = createScriptPool({
    workers,
    clock,
    start: (tell) => {
      const thread: Thread = { tell, jobs: [], hasEnded: false };
      threads.push(thread);
      return {
        say: (job) => thread.jobs.push(job),
        end: () => {
          thread.hasEnded = true;
        },
      };
    },
  });
  const pass = (ms: number): void => {
    now += ms;
    const due = alarms.filter(({ at }) => at <= now);
    alarms = alarms.filter((alarm) => !due.includes(alarm));
    for (const { ring } of due) ring();
  };
  return { pool, threads, pass };
}

const never = new AbortController().signal;
const ready: ScriptNews = { type: "ready" };

function ran(result: string): ScriptNews {
  return { type: "ran", answer: { type: "done", values: { result, variables: {} } } };
}

function run(pool: ScriptPool, script: string, signal = never): Promise<TaskAnswer> {
  return pool.run(evaluateTask(script), signal);
}

function scriptsOf({ jobs }: Thread): string[] {
  return jobs.map(({ script }) => script);
}

/** The thread that was started first, second … */
function threadAt({ threads }: Scene, index: number): Thread {
  const thread = threads[index];
  if (thread === undefined) throw new Error(`no thread ${index} was started`);
  return thread;
}

describe("It is true that scripts", () => {
  test("start threads only as they are needed", () => {
    const scene = makeScene();
    expect(scene.threads).toHaveLength(0);
    void run(scene.pool, "1");
    expect(scene.threads).toHaveLength(1);
    void run(scene.pool, "2");
    void run(scene.pool, "3");
    expect(scene.threads).toHaveLength(2);
  });

  test("run in the order they came, one at a time in each thread", async () => {
    const scene = makeScene();
    const answers = ["a", "b", "c"].map((script) => run(scene.pool, script));
    const [first, second] = [threadAt(scene, 0), threadAt(scene, 1)];
    second.tell(ready);
    first.tell(ready);
    expect([scriptsOf(first), scriptsOf(second)]).toEqual([["b"], ["a"]]);
    first.tell(ran("of b"));
    expect(scriptsOf(first)).toEqual(["b", "c"]);
    second.tell(ran("of a"));
    first.tell(ran("of c"));
    expect(await Promise.all(answers)).toMatchObject(
      ["of a", "of b", "of c"].map((result) => ({ type: "done", values: { result } })),
    );
  });

  test("and checks take the same turns", async () => {
    const scene = makeScene(1);
    const checked = scene.pool.check("1 +");
    threadAt(scene, 0).tell(ready);
    expect(threadAt(scene, 0).jobs).toEqual([{ type: "check", script: "1 +" }]);
    threadAt(scene, 0).tell({ type: "checked", problem: { line: 1, column: 4, message: "it ends" } });
    expect(await checked).toEqual({ line: 1, column: 4, message: "it ends" });
  });

  test("are told when too many wait", async () => {
    const scene = makeScene();
    for (let index = 0; index < performerLimits.waitingScripts; index += 1) void run(scene.pool, "1");
    expect(await run(scene.pool, "one more")).toEqual({
      type: "failed",
      reason: "Too many scripts wait for their turn; try again later.",
    });
  });
});

describe("It is true that a thread", () => {
  test("that gives no answer is ended with its script, and the next script has a new one", async () => {
    const scene = makeScene(1);
    const [stuck, next] = [run(scene.pool, "stuck"), run(scene.pool, "next")];
    threadAt(scene, 0).tell(ready);
    scene.pass(10_049);
    expect(threadAt(scene, 0).hasEnded).toBe(false);
    scene.pass(1);
    expect(threadAt(scene, 0).hasEnded).toBe(true);
    expect(await stuck).toEqual({
      type: "failed",
      reason: "The script took longer than 10050 ms by the clock, and its thread was ended.",
    });
    threadAt(scene, 0).tell(ran("too late"));
    threadAt(scene, 1).tell(ready);
    threadAt(scene, 1).tell(ran("of next"));
    expect(await next).toMatchObject({ type: "done", values: { result: "of next" } });
  });

  test("that breaks fails its script alone", async () => {
    const scene = makeScene(1);
    const [broken, next] = [run(scene.pool, "broken"), run(scene.pool, "next")];
    threadAt(scene, 0).tell(ready);
    threadAt(scene, 0).tell({ type: "broken", reason: "its thread ended" });
    expect(await broken).toEqual({ type: "failed", reason: "The sandbox for scripts broke: its thread ended." });
    threadAt(scene, 1).tell(ready);
    threadAt(scene, 1).tell(ran("of next"));
    expect(await next).toMatchObject({ type: "done" });
  });

  test("that cannot start fails who waits longest, and another is tried for the rest", async () => {
    const scene = makeScene(1);
    const [first, second] = [run(scene.pool, "first"), scene.pool.check("second")];
    threadAt(scene, 0).tell({ type: "broken", reason: "WebAssembly is not allowed" });
    expect(await first).toMatchObject({ reason: "The sandbox for scripts broke: WebAssembly is not allowed." });
    scene.pass(performerLimits.workerStartMs);
    await expect(second).rejects.toThrow("The sandbox for scripts did not start in time.");
    expect(scene.threads.map(({ hasEnded }) => hasEnded)).toEqual([true, true]);
  });
});

describe("It is true that breaking off", () => {
  test("takes a script out of the row", async () => {
    const scene = makeScene(1);
    const controller = new AbortController();
    const [first, second, third] = [
      run(scene.pool, "1"),
      run(scene.pool, "2", controller.signal),
      run(scene.pool, "3"),
    ];
    controller.abort();
    expect(await second).toEqual({ type: "timed-out", reason: "The script was broken off." });
    threadAt(scene, 0).tell(ready);
    threadAt(scene, 0).tell(ran("of 1"));
    threadAt(scene, 0).tell(ran("of 3"));
    expect(scriptsOf(threadAt(scene, 0))).toEqual(["1", "3"]);
    expect(await Promise.all([first, third])).toMatchObject([{ type: "done" }, { type: "done" }]);
  });

  test("leaves one that runs to its end, and the thread to the next", async () => {
    const scene = makeScene(1);
    const controller = new AbortController();
    const [first, second] = [run(scene.pool, "1", controller.signal), run(scene.pool, "2")];
    threadAt(scene, 0).tell(ready);
    controller.abort();
    expect(await first).toMatchObject({ type: "timed-out" });
    expect(scriptsOf(threadAt(scene, 0))).toEqual(["1"]);
    threadAt(scene, 0).tell(ran("of 1"));
    threadAt(scene, 0).tell(ran("of 2"));
    expect(await second).toMatchObject({ values: { result: "of 2" } });
  });
});

test("It is true that closing ends the threads and fails what was asked and what is asked", async () => {
  const scene = makeScene(1);
  const asked = [run(scene.pool, "1"), run(scene.pool, "2")];
  threadAt(scene, 0).tell(ready);
  scene.pool.close();
  const closed = { type: "failed", reason: "Scripts are no longer run here: the performer is closed." };
  expect(await Promise.all([...asked, run(scene.pool, "3")])).toEqual([closed, closed, closed]);
  await expect(scene.pool.check("4")).rejects.toThrow("the performer is closed");
  expect(scene.threads.map(({ hasEnded }) => hasEnded)).toEqual([true]);
});

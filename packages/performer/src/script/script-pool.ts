import type { EvaluateTask, TaskAnswer } from "@parley/flow";
import { type Clock, invariant } from "@parley/messaging";
import { performerLimits } from "../limits.ts";
import type { ScriptProblem } from "./script-problem.ts";
import { type ScriptOrder, type ScriptThread, startThread } from "./script-thread.ts";
import type { StartScriptWorker } from "./script-worker.ts";

/** Threads that scripts run in. */
export interface ScriptPool {
  /** Runs a script when its turn comes; an abort gives `timed-out`. */
  run(task: EvaluateTask, signal: AbortSignal): Promise<TaskAnswer>;
  /** What is wrong with the syntax of a script; undefined when nothing is. Rejects where it cannot be said. */
  check(script: string): Promise<ScriptProblem | undefined>;
  /** Ends the threads. What is under way fails, and so does what comes later. */
  close(): void;
}

export type ScriptPoolOptions = {
  readonly start: StartScriptWorker;
  /** How many threads there may be; each is started when it is first needed. */
  readonly workers: number;
  readonly clock: Clock;
  /** As in the limits, unless given. */
  readonly hardStopMs?: number;
};

/** Scripts take turns in the order they came, and cannot stop one another: one that ends its thread fails alone, and the next has a new one. */
export function createScriptPool(options: ScriptPoolOptions): ScriptPool {
  const { start, workers, clock, hardStopMs = performerLimits.hardStopMs } = options;
  const waiting: ScriptOrder[] = [];
  const threads = new Set<ScriptThread>();
  let isClosed = false;

  function take(order: ScriptOrder): void {
    if (isClosed) order.fail(closed);
    else if (waiting.length >= performerLimits.waitingScripts) order.fail(tooMany);
    else {
      waiting.push(order);
      serve();
    }
  }

  function serve(): void {
    for (const thread of threads) {
      if (!thread.isFree) continue;
      const order = waiting.shift();
      if (order === undefined) return;
      thread.begin(order);
    }
    const starting = [...threads].filter(({ isReady }) => !isReady).length;
    if (waiting.length > starting && threads.size < workers) add();
  }

  function add(): void {
    const thread = startThread({
      start,
      clock,
      hardStopMs,
      onFree: serve,
      onLost: (reason) => {
        threads.delete(thread);
        // One that cannot start fails whoever waits longest, so that none waits for ever.
        if (!thread.isReady) waiting.shift()?.fail(reason);
        serve();
      },
    });
    threads.add(thread);
  }

  return {
    run: (task, signal) =>
      new Promise((resolve) => {
        const order = runOrder(task, signal, resolve, () => {
          const place = waiting.indexOf(order);
          if (place >= 0) waiting.splice(place, 1);
        });
        take(order);
      }),
    check: (script) => new Promise((resolve, reject) => take(checkOrder(script, resolve, reject))),
    close: () => {
      isClosed = true;
      for (const order of waiting.splice(0)) order.fail(closed);
      for (const thread of threads) thread.end(closed);
      threads.clear();
    },
  };
}

/** `leave` takes it out of the row when it is broken off; one that runs is left to its end, which its own limit sets. */
function runOrder(
  task: EvaluateTask,
  signal: AbortSignal,
  resolve: (answer: TaskAnswer) => void,
  leave: () => void,
): ScriptOrder {
  const finish = (answer: TaskAnswer): void => {
    signal.removeEventListener("abort", onAbort);
    resolve(answer);
  };
  const onAbort = (): void => {
    leave();
    finish({ type: "timed-out", reason: "The script was broken off." });
  };
  signal.addEventListener("abort", onAbort, { once: true });
  return {
    job: task,
    answer: (news) => {
      invariant(news.type === "ran", "a script's answer is that of its run");
      finish(news.answer);
    },
    fail: (reason) => finish({ type: "failed", reason }),
  };
}

function checkOrder(
  script: string,
  resolve: (problem: ScriptProblem | undefined) => void,
  reject: (error: Error) => void,
): ScriptOrder {
  return {
    job: { type: "check", script },
    answer: (news) => {
      invariant(news.type === "checked", "a check's answer is that of the check");
      resolve(news.problem);
    },
    fail: (reason) => reject(new Error(reason)),
  };
}

const closed = "Scripts are no longer run here: the performer is closed.";
const tooMany = "Too many scripts wait for their turn; try again later.";

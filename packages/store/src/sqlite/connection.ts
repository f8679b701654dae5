import type { Worker } from "node:worker_threads";
import { storeLimits } from "../limits.ts";
import { StoreError } from "../store.ts";
import { type Ask, createAsk } from "./ask.ts";
import { type CopyProgress, orderCopy } from "./order-copy.ts";
import type { Outcome, Unit } from "./unit.ts";

/** A database in a worker. */
export interface Connection {
  readonly wasClosedCleanly: boolean;
  /** Runs units in order, in one transaction that other calls may share. Rejects with `StoreError`, and then nothing of the call has happened. */
  run(units: readonly Unit[]): Promise<readonly Outcome[]>;
  /** Copies the database into another file, while calls go on. Rejects with `StoreError`. */
  copy(to: string, onProgress: (progress: CopyProgress) => void): Promise<void>;
  /** Finishes the calls before it, marks the close as clean if it is, and ends the worker. Later calls are rejected. */
  close(isClean: boolean): Promise<void>;
}

/**
 * Opens the database at a path in a worker.
 *
 * 1. One request is under way at a time. What is called meanwhile makes the next one: under load many calls share one message and one
 *    transaction, and without load none of them waits.
 * 2. Calls run in their order, and none is split between transactions, however many units it has.
 * 3. When the worker ends for whatever reason, every open call is rejected, and every later one.
 */
export async function openConnection(worker: Worker, path: string): Promise<Connection> {
  const ask = createAsk(worker);
  try {
    const { wasClosedCleanly } = await ask({ type: "open", path });
    const enqueue = createQueue(ask);
    let closing: Promise<void> | undefined;

    async function finish(isClean: boolean): Promise<void> {
      // Calls run in order: once this one is through, so are all before it. Their failures are told to those who called.
      await Promise.allSettled([enqueue([])]);
      try {
        await ask({ type: "close", isClean });
      } finally {
        await worker.terminate();
      }
    }

    return {
      wasClosedCleanly,
      run: (units) => (closing ? Promise.reject(new StoreError("closed", "")) : enqueue(units)),
      copy: (to, onProgress) =>
        closing ? Promise.reject(new StoreError("closed", "")) : orderCopy(worker, to, onProgress),
      close: (isClean) => (closing ??= finish(isClean)),
    };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

type Call = {
  readonly units: readonly Unit[];
  readonly resolve: (outcomes: readonly Outcome[]) => void;
  readonly reject: (error: unknown) => void;
};

function createQueue(ask: Ask): Connection["run"] {
  const waiting: Call[] = [];
  let isBusy = false;

  async function runNext(): Promise<void> {
    const calls = takeGroup(waiting);
    isBusy = calls.length > 0;
    if (!isBusy) return;
    const [outcome] = await Promise.allSettled([ask({ type: "run", units: calls.flatMap(({ units }) => units) })]);
    // The next group first: the worker runs it while those who called hear of this one.
    void runNext();
    settle(calls, outcome);
  }

  return function enqueue(units) {
    const { promise, resolve, reject } = Promise.withResolvers<readonly Outcome[]>();
    waiting.push({ units, resolve, reject });
    if (!isBusy) {
      isBusy = true;
      // Only after what happens at this moment, so that its calls go together.
      setImmediate(() => void runNext());
    }
    return promise;
  };
}

/** Takes from the front as many calls as share a transaction, at least one. */
function takeGroup(waiting: Call[]): readonly Call[] {
  let units = 0;
  const isFull = ({ units: more }: Call): boolean => (units += more.length) > storeLimits.groupUnits;
  const end = waiting.findIndex((call, index) => isFull(call) && index > 0);
  return waiting.splice(0, end === -1 ? waiting.length : end);
}

function settle(calls: readonly Call[], outcome: PromiseSettledResult<readonly Outcome[]>): void {
  let start = 0;
  for (const { units, resolve, reject } of calls) {
    if (outcome.status === "fulfilled") resolve(outcome.value.slice(start, (start += units.length)));
    else reject(outcome.reason);
  }
}

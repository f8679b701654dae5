import type { Clock } from "@parley/messaging";
import { performerLimits } from "../limits.ts";
import type { ScriptJob, ScriptNews, StartScriptWorker } from "./script-worker.ts";

/** A job that someone waits for. */
export type ScriptOrder = {
  readonly job: ScriptJob;
  answer(news: ScriptNews): void;
  fail(reason: string): void;
};

/** A thread as its pool sees it. */
export interface ScriptThread {
  readonly isReady: boolean;
  readonly isFree: boolean;
  begin(order: ScriptOrder): void;
  /** Ends it wherever it stands. What it does fails. */
  end(reason: string): void;
}

export type ScriptThreadOptions = {
  readonly start: StartScriptWorker;
  readonly clock: Clock;
  readonly hardStopMs: number;
  /** It may be given something to do. */
  readonly onFree: () => void;
  /** It has ended by itself, or was ended because it gave no answer. What it did has failed; it may never have been ready. */
  readonly onLost: (reason: string) => void;
};

/** Starts a thread, and ends it when it says nothing for too long: at its start, or in a script that cannot be stopped from within. */
export function startThread({ start, clock, hardStopMs, onFree, onLost }: ScriptThreadOptions): ScriptThread {
  let isReady = false;
  let hasEnded = false;
  let order: ScriptOrder | undefined;
  let rest = (): void => undefined;

  const end = (reason: string): void => {
    if (hasEnded) return;
    hasEnded = true;
    rest();
    worker.end();
    order?.fail(reason);
  };
  const lose = (reason: string): void => {
    if (hasEnded) return;
    end(reason);
    onLost(reason);
  };
  const giveUpAfter = (ms: number, reason: string): void => {
    rest = clock.schedule(clock.now() + ms, () => lose(reason));
  };
  const worker = start((news) => {
    if (hasEnded) return;
    if (news.type === "broken") {
      lose(`The sandbox for scripts broke: ${news.reason}.`);
      return;
    }
    rest();
    const done = order;
    order = undefined;
    isReady = true;
    if (news.type !== "ready") done?.answer(news);
    onFree();
  });
  giveUpAfter(performerLimits.workerStartMs, "The sandbox for scripts did not start in time.");

  return {
    get isReady() {
      return isReady;
    },
    get isFree() {
      return isReady && !hasEnded && order === undefined;
    },
    begin: (next) => {
      order = next;
      const ms = hardStopMs + (next.job.type === "check" ? 0 : next.job.timeMs);
      giveUpAfter(ms, `The script took longer than ${ms} ms by the clock, and its thread was ended.`);
      worker.say(next.job);
    },
    end,
  };
}

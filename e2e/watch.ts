import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { askJson, type Server } from "@parley/testing/processes";

/** What is measured again and again, until it is disposed of. */
export type Watch = AsyncDisposable & {
  /** Ends the watch and gives all that was measured. Rejects when it could not be measured. */
  readonly stop: () => Promise<readonly number[]>;
};

const betweenLooksMs = 50;

/** Watches the resident memory of a server's process, in MiB (proc(5), status). */
export function watchMemory(server: Server): Watch {
  return watch(async () => {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${server.pid()}/status`, "utf8")) ?? [];
    if (kilobytes === undefined) throw new Error("The server's process does not say how much memory it has.");
    return Number(kilobytes) / 1_024;
  });
}

/** Watches how long a server takes to say that it is well, and what it does: the longer of two requests, in milliseconds. */
export function watchAnswers({ url, api }: Server): Watch {
  return watch(async () => {
    const begun = performance.now();
    const timed = async (answer: Promise<unknown>): Promise<number> => {
      await answer;
      return performance.now() - begun;
    };
    return Math.max(...(await Promise.all([timed(askJson(`${url}/healthz`)), timed(api.status())])));
  });
}

function watch(measure: () => Promise<number>): Watch {
  const measured: number[] = [];
  let isOver = false;
  const watching = (async () => {
    for (; !isOver; await sleep(betweenLooksMs)) measured.push(await measure());
  })();
  // Whoever stops the watch learns of a failure.
  watching.catch(() => undefined);
  const stop = async (): Promise<readonly number[]> => {
    isOver = true;
    await watching;
    return measured;
  };
  return { stop, [Symbol.asyncDispose]: async () => void (await stop().catch(() => undefined)) };
}

/** The number in the middle, as a whole one. */
export function median(numbers: readonly number[]): number {
  return Math.round(numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0);
}

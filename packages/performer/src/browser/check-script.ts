import { createScriptPool, type ScriptPool } from "../script/script-pool.ts";
import type { ScriptProblem } from "../script/script-problem.ts";
import { startScriptWorker } from "./start-script-worker.ts";
import { systemClock } from "./system-clock.ts";

let pool: ScriptPool | undefined;

/**
 * What is wrong with the syntax of a script, by the very engine that runs it; undefined when nothing is. Nothing is run. It is said in a worker, which is started
 * for the first script and kept for the page's life. Rejects where the worker does not start.
 */
export function checkScript(script: string): Promise<ScriptProblem | undefined> {
  pool ??= createScriptPool({ start: startScriptWorker, workers: 1, clock: systemClock });
  return pool.check(script);
}

import { type EvaluateTask, flowLimits } from "@parley/flow";
import { performerLimits } from "../limits.ts";

/* What is said of scripts that gave no data, or were stopped. */

const { scriptLength, resultLength, answerLength, readingMs } = performerLimits;

/** A predicate for a script, as for a problem of its writing. */
export const tooLong = `is longer than ${written(scriptLength)} characters`;

export function outOfTime({ timeMs }: EvaluateTask): string {
  return `The script took longer than ${timeMs} ms and was stopped.`;
}

export function outOfMemory({ memoryBytes }: EvaluateTask): string {
  return `The script needed more than ${Math.floor(memoryBytes / (1024 * 1024))} MB of memory and was stopped.`;
}

export const writingTookTooLong = `Writing the script's values as JSON took longer than ${readingMs} ms and was stopped.`;

const tooDeep = `is nested in more than ${flowLimits.jsonDepth} levels`;

/** Says what the sandbox refused as a result. */
export function refusedResult(reason: string): string {
  return `The script's result ${isNoData[reason] ?? "cannot be written as JSON"}.`;
}

/** Says what it refused as the value of a variable, or of all together. */
export function refusedVariable(reason: string, name: string): string {
  if (reason === "together")
    return `All that the script assigned is longer than ${written(answerLength)} characters as JSON.`;
  return `What the script assigned to ${name} ${isNoData[reason] ?? "cannot be written as JSON"}.`;
}

/** Predicates, by the names that the inside of the sandbox gives to reasons. */
const isNoData: Readonly<Record<string, string>> = {
  function: "is a function, which is no data",
  symbol: "is a symbol, which is no data",
  bigint: "is a bigint, which JSON does not have; write Number(value) or String(value)",
  promise: "is a promise, for which nothing waits; a script is over with its last line",
  long: `is longer than ${written(resultLength)} characters as JSON`,
  deep: tooDeep,
};

function written(count: number): string {
  return count.toLocaleString("en");
}

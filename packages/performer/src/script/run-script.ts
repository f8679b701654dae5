import { type EvaluateTask, type EvaluateValues, isShallow, type TaskAnswer } from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";
import { performerLimits } from "../limits.ts";
import type { Machine } from "./machine.ts";
import { type Inside, openSandbox, type Sandbox, type Stopwatch } from "./sandbox.ts";
import { scriptOutputs } from "./script-outputs.ts";
import {
  isOutOfMemory,
  isTooDeep,
  problemOf,
  type ScriptProblem,
  sentenceOf,
  shortened,
  type Thrown,
} from "./script-problem.ts";
import {
  outOfMemory,
  outOfTime,
  refusedResult,
  refusedVariable,
  tooLong,
  writingTookTooLong,
} from "./script-sentences.ts";

const { scriptLength, readingMs } = performerLimits;

/** Runs a script in a sandbox of its own. Throws where the machine itself breaks. `startStopwatch` says how time is counted. */
export function runScript(task: EvaluateTask, machine: Machine, startStopwatch: () => Stopwatch): TaskAnswer {
  if (task.script.length > scriptLength) return failed(`The script ${tooLong}.`);
  const sandbox = openSandbox(machine);
  const answer = runWithin(sandbox, task, startStopwatch);
  sandbox.close();
  return answer;
}

/** What is wrong with the syntax of a script; undefined when nothing is. Throws where the machine itself breaks. */
export function checkWithin(script: string, machine: Machine): ScriptProblem | undefined {
  if (script.length > scriptLength) return { line: 1, column: 1, message: `the script ${tooLong}` };
  const sandbox = openSandbox(machine);
  const error = sandbox.compile(script);
  const problem = error === undefined ? undefined : problemOf(describe(sandbox, error));
  sandbox.close();
  return problem;
}

function runWithin(sandbox: Sandbox, task: EvaluateTask, startStopwatch: () => Stopwatch): TaskAnswer {
  const [outputs, variables] = [JSON.stringify(scriptOutputs(task)), JSON.stringify(task.variables)];
  // What would fill the memory by itself is not put in: there would be no room to say so.
  if (outputs.length + variables.length > task.memoryBytes / 4) return failed(outOfMemory(task));
  if (!sandbox.call("begin", outputs, variables).ok) return failed(outOfMemory(task));
  sandbox.allow(task.timeMs, startStopwatch());
  const { isThrown, value } = sandbox.run(task.script);
  if (sandbox.wasStopped) return failed(outOfTime(task));
  if (isThrown) return failed(whyThrown(sandbox, value, task));
  sandbox.allow(readingMs, startStopwatch());
  const result = sandbox.call("written", value);
  if (!result.ok) return failed(whyUnwritten(sandbox, result.thrown, task));
  if (isRefusal(result.text)) return failed(refusedResult(result.text.slice(1)));
  const changes = sandbox.call("changes");
  if (!changes.ok) return failed(whyUnwritten(sandbox, changes.thrown, task));
  if (isRefusal(changes.text)) {
    const [reason = "", name = ""] = changes.text.slice(1).split(" ");
    return failed(refusedVariable(reason, name));
  }
  return answerOf(read(result.text), read(changes.text), task);
}

function answerOf(result: Json | undefined, changes: Json | undefined, task: EvaluateTask): TaskAnswer {
  // A text that was written and cannot be read was cut on its way out, for want of memory.
  if (result === undefined || changes === undefined) return failed(outOfMemory(task));
  const variables = changes as JsonObject;
  if (!isShallow(result)) return failed(refusedResult("deep"));
  const deep = Object.keys(variables).find((name) => !isShallow(variables[name]));
  if (deep !== undefined) return failed(refusedVariable("deep", deep));
  const values: EvaluateValues = { result, variables };
  return { type: "done", values };
}

function whyThrown(sandbox: Sandbox, value: Inside, task: EvaluateTask): string {
  const isFull = sandbox.isFull();
  const thrown = describe(sandbox, value);
  // Describing it may have run what the script put there.
  if (sandbox.wasStopped) return outOfTime(task);
  // Without memory for an error, null is what is thrown.
  const isNull = "thrown" in thrown && thrown.thrown === "null";
  if (isOutOfMemory(thrown) || (isNull && isFull)) return outOfMemory(task);
  // A script can throw syntax errors too, of what it reads; its own writing is asked again.
  const isSyntax = "name" in thrown && thrown.name === "SyntaxError" && sandbox.compile(task.script) !== undefined;
  if (!isSyntax) return sentenceOf(thrown);
  const { line, column, message } = problemOf(thrown);
  return `The script cannot be read: in line ${line}, column ${column}: ${message}.`;
}

function whyUnwritten(sandbox: Sandbox, value: Inside, task: EvaluateTask): string {
  if (sandbox.wasStopped) return writingTookTooLong;
  const thrown = describe(sandbox, value);
  if (isOutOfMemory(thrown)) return outOfMemory(task);
  if (isTooDeep(thrown)) return "The script's values are nested too deeply to be written as JSON.";
  return `The script's values cannot be written as JSON: ${shortened("message" in thrown ? thrown.message : thrown.thrown)}.`;
}

/** What was thrown, read within the sandbox. */
function describe(sandbox: Sandbox, value: Inside): Thrown {
  sandbox.useReserve();
  const called = sandbox.call("describe", value);
  const thrown = called.ok ? read(called.text) : undefined;
  return (thrown ?? { thrown: "what cannot be described" }) as Thrown;
}

function isRefusal(text: string): boolean {
  return text.startsWith("!");
}

function read(text: string): Json | undefined {
  try {
    return JSON.parse(text.slice(1)) as Json;
  } catch {
    return undefined;
  }
}

function failed(reason: string): TaskAnswer {
  return { type: "failed", reason };
}

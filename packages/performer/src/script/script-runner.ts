import type { EvaluateTask, TaskAnswer } from "@parley/flow";
import { performerLimits } from "../limits.ts";
import { checkWithin, runScript } from "./run-script.ts";
import { type Machine, makeMachine, type Stopwatch } from "./sandbox.ts";
import type { ScriptProblem } from "./script-problem.ts";

/** Runs scripts, each in a sandbox of its own, and blocks whoever calls it while one runs: it stands in a thread of its own. */
export interface ScriptRunner {
  run(task: EvaluateTask): Promise<TaskAnswer>;
  check(script: string): Promise<ScriptProblem | undefined>;
}

/**
 * Makes a runner, and warms it: the parts of the machine that every script uses are compiled before the first one's time is counted. A machine that broke, as
 * by running out of the thread's own stack, is replaced, and so is one that has served long.
 */
export async function createScriptRunner(startStopwatch: () => Stopwatch): Promise<ScriptRunner> {
  let machine: Machine | undefined = await makeMachine();
  let runs = 0;
  const use = async <Answer>(work: (machine: Machine) => Answer, broken: (why: string) => Answer): Promise<Answer> => {
    if (machine === undefined || runs >= performerLimits.runsPerSandbox) {
      machine = await makeMachine();
      runs = 0;
    }
    runs += 1;
    try {
      return work(machine);
    } catch (error) {
      machine = undefined;
      return broken(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    }
  };
  const runner: ScriptRunner = {
    run: (task) =>
      use<TaskAnswer>(
        (within) => runScript(task, within, startStopwatch),
        (why) => ({ type: "failed", reason: `The script nests too deeply, or broke its sandbox otherwise (${why}).` }),
      ),
    check: (script) =>
      use<ScriptProblem | undefined>(
        (within) => checkWithin(script, within),
        () => ({ line: 1, column: 1, message: "the script nests too deeply" }),
      ),
  };
  await runner.run(warmUp);
  return runner;
}

const warmUp: EvaluateTask = {
  type: "evaluate",
  script: `for (let index = 0; index < 100; index++) list.push({ text: name.toUpperCase() + index, at: new Date(index) });
    let found = list.filter(({ text }) => /5$/.test(text)).map((item) => item.text.replace("A", "b").split(","));
    try { null.name; } catch (error) { name = error.message; }
    JSON.stringify(found) + Math.round(Math.random()) + parseInt("12px") + [3, 1, 2].sort() + Object.keys({ a: 1 });`,
  variables: { name: "ada", list: [] },
  outputs: {},
  timeMs: 10_000,
  memoryBytes: 16 * 1024 * 1024,
};

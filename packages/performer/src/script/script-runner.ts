import type { EvaluateTask, TaskAnswer } from "@parley/flow";
import { performerLimits } from "../limits.ts";
import { type Machine, makeMachine } from "./machine.ts";
import { checkWithin, runScript } from "./run-script.ts";
import type { Stopwatch } from "./sandbox.ts";
import type { ScriptProblem } from "./script-problem.ts";

/** Runs scripts, each in a sandbox of its own, and blocks whoever calls it while one runs: it stands in a thread of its own. */
export interface ScriptRunner {
  run(task: EvaluateTask): Promise<TaskAnswer>;
  check(script: string): Promise<ScriptProblem | undefined>;
}

/**
 * Makes a runner, and warms it: the parts of the machine that every script uses are compiled before the first one's time is counted. A machine in which a
 * script failed is not used again, whether it only ran out of something or broke, and neither is one that has served long.
 */
export async function createScriptRunner(startStopwatch: () => Stopwatch): Promise<ScriptRunner> {
  const machines = createMachines();
  const runner: ScriptRunner = {
    run: async (task) => {
      const machine = await machines.take(task.memoryBytes);
      try {
        const answer = runScript(task, machine, startStopwatch);
        if (answer.type === "done") machines.giveBack(machine, task.memoryBytes);
        return answer;
      } catch (error) {
        return { type: "failed", reason: whyBroken(error) };
      }
    },
    check: async (script) => {
      const machine = await machines.take(performerLimits.checkBytes);
      try {
        const problem = checkWithin(script, machine);
        machines.giveBack(machine, performerLimits.checkBytes);
        return problem;
      } catch {
        return { line: 1, column: 1, message: "the script nests too deeply" };
      }
    },
  };
  await runner.run(warmUp);
  return runner;
}

/** The stack of a thread can be shorter than that of its machine, as in browsers; then it is the thread's own that comes to its end. */
function whyBroken(error: unknown): string {
  if (error instanceof RangeError) return "The script calls itself, or nests its data, too deeply.";
  return `The script broke its sandbox (${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}).`;
}

type Machines = {
  take(memoryBytes: number): Promise<Machine>;
  giveBack(machine: Machine, memoryBytes: number): void;
};

/** Machines that may serve again, by their memory. */
function createMachines(): Machines {
  const free = new Map<number, Machine>();
  const runs = new WeakMap<Machine, number>();
  return {
    take: async (memoryBytes) => {
      const known = free.get(memoryBytes);
      free.delete(memoryBytes);
      return known ?? (await makeMachine(memoryBytes));
    },
    giveBack: (machine, memoryBytes) => {
      const count = (runs.get(machine) ?? 0) + 1;
      if (count >= performerLimits.runsPerMachine) return;
      runs.set(machine, count);
      free.set(memoryBytes, machine);
      const [longestUnused] = free.keys();
      if (longestUnused !== undefined && free.size > performerLimits.machines) free.delete(longestUnused);
    },
  };
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

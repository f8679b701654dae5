import type { EvaluateTask, TaskAnswer } from "@parley/flow";
import type { ScriptProblem } from "./script-problem.ts";
import type { ScriptRunner } from "./script-runner.ts";

/** What a thread of scripts is asked for. */
export type ScriptJob = EvaluateTask | { readonly type: "check"; readonly script: string };

/** What it says: first that it is ready or why it will never be, then one answer for each job. */
export type ScriptNews =
  | { readonly type: "ready" }
  | { readonly type: "broken"; readonly reason: string }
  | { readonly type: "ran"; readonly answer: TaskAnswer }
  | { readonly type: "checked"; readonly problem: ScriptProblem | undefined };

/** The port to a thread that scripts run in, so that none holds up anything but its own thread. It does one job at a time. */
export interface ScriptWorker {
  say(job: ScriptJob): void;
  /** Ends it wherever it stands, within a script too. */
  end(): void;
}

/** Starts a thread. It tells its news, and that it has broken where it ends by itself. */
export type StartScriptWorker = (tell: (news: ScriptNews) => void) => ScriptWorker;

/** Does a job within the thread. */
export async function doJob(job: ScriptJob, runner: ScriptRunner): Promise<ScriptNews> {
  if (job.type === "check") return { type: "checked", problem: await runner.check(job.script) };
  return { type: "ran", answer: await runner.run(job) };
}

import { parentPort } from "node:worker_threads";
import { createScriptRunner } from "../script/script-runner.ts";
import { doJob, type ScriptJob, type ScriptNews } from "../script/script-worker.ts";

// The thread that scripts run in. Their time is counted by what they have of the processor, so that none is stopped because the machine is busy.

const say = (news: ScriptNews): void => parentPort?.postMessage(news);

const starting = createScriptRunner(() => {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };
});

parentPort?.on("message", (job: ScriptJob) => {
  void starting.then((runner) => doJob(job, runner)).then(say);
});

starting.then(
  () => say({ type: "ready" }),
  (error: unknown) => say({ type: "broken", reason: String(error) }),
);

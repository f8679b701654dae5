import { createScriptRunner } from "../script/script-runner.ts";
import { doJob, type ScriptJob, type ScriptNews } from "../script/script-worker.ts";

// The worker that scripts run in, beside the page. A browser does not say how much of the processor it had, so that its time is that of the clock.

const say = (news: ScriptNews): void => self.postMessage(news);

const starting = createScriptRunner(() => {
  const before = performance.now();
  return () => performance.now() - before;
});

self.addEventListener("message", ({ data }: MessageEvent<ScriptJob>) => {
  void starting.then((runner) => doJob(data, runner)).then(say);
});

starting.then(
  () => say({ type: "ready" }),
  (error: unknown) => say({ type: "broken", reason: String(error) }),
);

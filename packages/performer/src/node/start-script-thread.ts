import { Worker } from "node:worker_threads";
import type { ScriptNews, StartScriptWorker } from "../script/script-worker.ts";

/**
 * Starts a thread for scripts. It has no environment, and a stack many times that of a script, so that a script comes to the end of its own first. It keeps a
 * process alive only while it works.
 */
export const startScriptThread: StartScriptWorker = (tell) => {
  const worker = new Worker(new URL("./script-thread-main.ts", import.meta.url), {
    name: "parley-script",
    env: {},
    resourceLimits: { stackSizeMb: 16, maxOldGenerationSizeMb: 128 },
  });
  worker.on("message", (news: ScriptNews) => {
    worker.unref();
    tell(news);
  });
  worker.on("error", (error: unknown) =>
    tell({ type: "broken", reason: error instanceof Error ? error.message : String(error) }),
  );
  worker.on("exit", () => tell({ type: "broken", reason: "its thread ended" }));
  return {
    say: (job) => {
      worker.ref();
      worker.postMessage(job);
    },
    end: () => void worker.terminate(),
  };
};

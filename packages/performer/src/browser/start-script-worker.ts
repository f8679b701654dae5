import type { ScriptNews, StartScriptWorker } from "../script/script-worker.ts";

/** Starts a worker for scripts. Its policy for content must allow WebAssembly (`'wasm-unsafe-eval'`). */
export const startScriptWorker: StartScriptWorker = (tell) => {
  const worker = new Worker(new URL("./script-worker-main.ts", import.meta.url), {
    type: "module",
    name: "parley-script",
  });
  worker.addEventListener("message", ({ data }: MessageEvent<ScriptNews>) => tell(data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    tell({ type: "broken", reason: event.message || "its file could not be loaded" });
  });
  return {
    say: (job) => worker.postMessage(job),
    end: () => worker.terminate(),
  };
};

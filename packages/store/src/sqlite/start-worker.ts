import { Worker } from "node:worker_threads";

/** Starts a thread for a database. */
export function startWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { name: "parley-store" });
}

import type { Worker } from "node:worker_threads";
import { StoreError } from "../store.ts";
import type { Reply, Request, Results } from "./protocol.ts";

/** Asks a worker for something; the next request comes once this one is answered. Rejects with `StoreError`. */
export type Ask = <Type extends Request["type"]>(request: Extract<Request, { type: Type }>) => Promise<Results[Type]>;

/** Makes what asks a worker. When the worker ends for whatever reason, the open request is rejected, and every later one. */
export function createAsk(worker: Worker): Ask {
  let open: PromiseWithResolvers<Reply<Request["type"]>> | undefined;
  let ending: StoreError | undefined;

  worker.on("message", (reply: Reply<Request["type"]>) => open?.resolve(reply));
  worker.on("messageerror", (error) => end(`Its worker's reply cannot be read: ${error.message}.`));
  worker.on("error", (error) => end(`Its worker failed: ${error instanceof Error ? error.message : String(error)}.`));
  worker.on("exit", (code) => end(`Its worker ended with code ${code}.`));

  function end(detail: string): void {
    ending ??= new StoreError("unexpected", detail);
    open?.reject(ending);
  }

  return async function ask<Type extends Request["type"]>(request: Extract<Request, { type: Type }>) {
    if (ending) throw ending;
    open = Promise.withResolvers();
    worker.postMessage(request);
    // One request is open at a time, so that the next reply is the reply to this one.
    const reply = (await open.promise) as Reply<Type>;
    if ("failure" in reply) throw new StoreError(reply.failure.code, reply.failure.detail);
    return reply.result;
  };
}

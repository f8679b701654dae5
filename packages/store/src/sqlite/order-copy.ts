import { MessageChannel, type Worker } from "node:worker_threads";
import { StoreError } from "../store.ts";
import type { CopyNews, CopyOrder } from "./protocol.ts";

/** How far a copy is, in bytes. */
export type CopyProgress = { readonly bytes: number; readonly of: number };

/** Has a worker copy its database into another file. Rejects with `StoreError`, also when the worker ends before. */
export function orderCopy(worker: Worker, to: string, onProgress: (progress: CopyProgress) => void): Promise<void> {
  const { port1: ours, port2: port } = new MessageChannel();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  ours.on("message", (news: CopyNews) => {
    if (news.type === "progress") onProgress({ bytes: news.bytes, of: news.of });
    else if (news.type === "copied") resolve();
    else reject(new StoreError(news.failure.code, news.failure.detail));
  });
  ours.once("close", () => reject(new StoreError("closed", "")));
  worker.postMessage({ type: "copy", to, port } satisfies CopyOrder, [port]);
  return promise.finally(() => ours.close());
}

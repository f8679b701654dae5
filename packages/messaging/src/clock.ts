/**
 * The only source of time for code that waits. Production, tests and the simulator bring their own, so that a run can be repeated.
 */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
  /** Calls back once at `atMs` or soon after; a time in the past means as soon as possible. Returns the cancellation. */
  schedule(atMs: number, callback: () => void): () => void;
}

/** Waits on a clock; rejects with the signal's reason when it aborts first. */
export function sleep(clock: Clock, forMs: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const cancel = clock.schedule(clock.now() + forMs, () => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    function onAbort(): void {
      cancel();
      reject(signal?.reason);
    }
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

import type { Clock } from "@parley/messaging";
import type { Store } from "@parley/store";
import type { HostLog } from "./host-log.ts";
import { hostLimits } from "./limits.ts";

/** Forgets what only serves to know duplicates, once they come no more. */
export type Forgetting = {
  /** Begins with a first time, and goes on for ever. */
  readonly start: () => void;
  /** Begins no more, and waits for the one under way. */
  readonly stop: () => Promise<void>;
};

export function createForgetting({ store, clock, log }: { store: Store; clock: Clock; log: HostLog }): Forgetting {
  let cancel: (() => void) | undefined;
  let running = Promise.resolve();
  let isStopped = false;

  async function forget(): Promise<void> {
    try {
      const before = clock.now() - hostLimits.inboxKeptMs;
      while (!isStopped && (await store.forgetBefore(before, hostLimits.rowsPerForget)) >= hostLimits.rowsPerForget);
    } catch (error) {
      log.alert({ sentence: "Old inbox rows could not be forgotten; trying again later.", error });
    }
    if (!isStopped) cancel = clock.schedule(clock.now() + hostLimits.forgetEveryMs, start);
  }

  function start(): void {
    running = forget();
  }

  return {
    start,
    stop: async () => {
      isStopped = true;
      cancel?.();
      await running;
    },
  };
}

import type { Clock } from "@parley/messaging";
import type { Store, TimerRow } from "@parley/store";
import { hostLimits } from "./limits.ts";
import type { HostLog } from "./host-log.ts";

/** Wakes conversations. Nothing is kept in memory but the time of the next one. */
export type Timers = {
  /** Begins with what the store holds. */
  readonly start: () => void;
  /** A timer was committed. */
  readonly notice: (firesAt: number) => void;
  /** Fires no more, and waits for those that are firing. */
  readonly stop: () => Promise<void>;
};

export type TimersOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: HostLog;
  /** Takes the turns of fired timers and resolves when they are committed. */
  readonly fire: (timers: readonly TimerRow[]) => Promise<void>;
};

export function createTimers({ store, clock, log, fire }: TimersOptions): Timers {
  let wakesAt = Number.POSITIVE_INFINITY;
  let cancelWake: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;
  /** Whether a wake came that no run has looked after yet. */
  let isWoken = false;

  function wakeAt(at: number): void {
    if (isStopped || at >= wakesAt) return;
    cancelWake?.();
    wakesAt = at;
    cancelWake = clock.schedule(Math.min(at, clock.now() + hostLimits.timerSleepMs), wake);
  }

  function wake(): void {
    wakesAt = Number.POSITIVE_INFINITY;
    cancelWake = undefined;
    isWoken = true;
    running ??= run().finally(() => {
      running = undefined;
      if (isWoken && !isStopped) wake();
    });
  }

  async function run(): Promise<void> {
    try {
      while (!isStopped) {
        isWoken = false;
        const due = await store.dueTimers({ until: clock.now(), limit: hostLimits.timersPerRead });
        if (due.length === 0) break;
        await fire(due);
      }
      const next = await store.nextTimerAt();
      wakeAt(Math.min(next ?? Number.POSITIVE_INFINITY, clock.now() + hostLimits.timerSleepMs));
    } catch (error) {
      log.alert({ sentence: "Timers could not be fired; trying again in a moment.", error });
      wakeAt(clock.now() + hostLimits.backoffBaseMs);
    }
  }

  return {
    start: () => wakeAt(clock.now()),
    notice: wakeAt,
    stop: async () => {
      isStopped = true;
      cancelWake?.();
      await running;
    },
  };
}

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

  /** A wake that is overdue is asked for again: the clock was set on, and it would come too late. */
  function wakeAt(at: number): void {
    const now = clock.now();
    if (isStopped || (at >= wakesAt && wakesAt > now)) return;
    cancelWake?.();
    wakesAt = Math.min(at, wakesAt);
    cancelWake = clock.schedule(Math.min(wakesAt, now + hostLimits.timerSleepMs), wake);
  }

  function wake(): void {
    cancelWake?.();
    cancelWake = undefined;
    wakesAt = Number.POSITIVE_INFINITY;
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
      if (!isStopped) wakeAt((await store.nextTimerAt()) ?? Number.POSITIVE_INFINITY);
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

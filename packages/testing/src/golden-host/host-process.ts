import type { Gateway } from "@parley/gateway";
import { Host } from "@parley/host";
import type { App, Clock } from "@parley/messaging";
import type { Performer } from "@parley/performer";
import type { Store } from "@parley/store";
import { createMemoryStore, type MemoryData } from "@parley/store/memory";

/** What a process stands on, which outlives it. */
export type Ground = {
  readonly app: App;
  readonly clock: Clock;
  readonly random: () => number;
  readonly gateway: Gateway;
  readonly performer: Performer;
  readonly alert: (sentence: string) => void;
  /** Stands between the host and its store. */
  readonly wrapStore: (store: Store) => Store;
};

/** A production host on a memory store. */
export type HostProcess = {
  readonly host: Host;
  readonly store: Store;
  /** When the clock next calls back. */
  nextWake(): number;
  /** Ends it as a crash does: nothing that it had under way comes to an end. */
  kill(): void;
};

/** How long a receipt may tell of a send of which nobody knows whether it was taken. */
const reconcileAfterMs = 60_000;

/** Makes a process on data; its host has yet to be started. */
export function createHostProcess(ground: Ground, data: MemoryData): HostProcess {
  let isDead = false;
  const { app, random, gateway, performer, alert, wrapStore } = ground;
  const { clock, nextWake } = watchedClock(ground.clock, () => isDead);
  const store = createMemoryStore({ data });
  const host = new Host({
    ...{ clock, random, reconcileAfterMs, performer },
    store: wrapStore(mortal(store, () => isDead)),
    log: {
      turn: () => undefined,
      send: () => undefined,
      alert: ({ sentence, error }) => alert(error instanceof Error ? `${sentence} ${error.message}` : sentence),
    },
    appOf: (id) => (id === app.id ? app : undefined),
    gatewayOf: () => gateway,
  });
  return { host, store, nextWake, kill: () => (isDead = true) };
}

function watchedClock(base: Clock, isDead: () => boolean): { clock: Clock; nextWake: () => number } {
  const pending = new Set<{ readonly atMs: number }>();
  const clock: Clock = {
    now: () => base.now(),
    schedule: (atMs, callback) => {
      const wake = { atMs };
      pending.add(wake);
      const cancel = base.schedule(atMs, () => {
        pending.delete(wake);
        if (!isDead()) callback();
      });
      return () => {
        pending.delete(wake);
        cancel();
      };
    },
  };
  return { clock, nextWake: () => [...pending].reduce((next, { atMs }) => Math.min(next, atMs), Infinity) };
}

/** A store whose calls never come back once its process is dead, those of its parts included. */
function mortal<Port extends object>(port: Port, isDead: () => boolean): Port {
  const guarded = Object.entries(port).map(([name, member]: [string, unknown]) => [
    name,
    typeof member === "function"
      ? (...given: readonly unknown[]) =>
          isDead() ? new Promise(() => undefined) : (member as (...given: readonly unknown[]) => unknown)(...given)
      : typeof member === "object" && member !== null
        ? mortal(member, isDead)
        : member,
  ]);
  return Object.fromEntries(guarded) as Port;
}

import type { Gateway } from "@parley/gateway";
import { Host, HostError, type HostLog } from "@parley/host";
import { type Store, StoreError } from "@parley/store";
import { createMemoryStore, type MemoryData } from "@parley/store/memory";
import type { PostOffice } from "./post-office.ts";
import type { ProcessWorld } from "./process-world.ts";
import type { Provider } from "./provider.ts";
import { apps, reconcileAfterMs } from "./simulated-apps.ts";
import type { StoreTroubles } from "./store-troubles.ts";
import { watchStore } from "./watched-store.ts";
import type { Workshop } from "./workshop.ts";

/** What may be planted: a fault between the host and its store or gateway. */
export type Plant = {
  readonly store?: (store: Store) => Store;
  readonly gateway?: (gateway: Gateway) => Gateway;
};

export type HostProcessOptions = {
  readonly world: ProcessWorld;
  readonly data: MemoryData;
  readonly provider: Provider;
  readonly workshop: Workshop;
  readonly office: PostOffice;
  readonly troubles: StoreTroubles;
  readonly random: () => number;
  readonly plant: Plant;
  readonly sendsInMemory: number | undefined;
  /** Told what a person must look at, unless it is that the store failed. */
  readonly onAlert: (sentence: string) => void;
};

/** Small, so that batches are many, contacts take turns, and some calls find no room. */
const queueLimits = { eventsPerBatch: 2, eventsWaiting: 8, eventsWaitingOfApp: 6, eventsWaitingOfContact: 4 };

/** One process: a host on the data that the one before left behind. */
export class HostProcess {
  readonly number: number;
  readonly host: Host;
  readonly store: Store;
  /** Sends that nobody knows of whether they were under way when the process before it crashed. */
  readonly suspected: number;
  /** `down` before a start, and between one that failed and the next. */
  state: "down" | "starting" | "up" | "stopping" | "stopped" = "down";

  constructor(number: number, options: HostProcessOptions) {
    const { world, data, provider, workshop, office, troubles, plant, random, sendsInMemory, onAlert } = options;
    this.number = number;
    const { clock, call } = world.begin();
    const memory = createMemoryStore({ data });
    const queued = [...data.sends.values()].filter(({ state }) => state === "queued");
    this.suspected = memory.wasClosedCleanly ? 0 : queued.length;
    this.store = watchStore(plant.store?.(memory) ?? memory, call, troubles);
    const handedTo = provider.gateway(number, { call, clock });
    const gateway = plant.gateway?.(handedTo) ?? handedTo;
    this.host = new Host({
      ...{ store: this.store, clock, random, reconcileAfterMs, log: alertsOnly(onAlert) },
      ...(sendsInMemory === undefined ? {} : { sendsInMemory }),
      ...{ queueLimits, sendAttempts: 20 },
      appOf: (id) => apps.get(id),
      gatewayOf: () => gateway,
      performer: { ...workshop.performer(number, { call, clock }), ...office.performer(number, call) },
    });
  }

  /** Starts the host. Where the store fails it is down again, and may be started once more. */
  async start(onUp: () => void): Promise<void> {
    this.state = "starting";
    try {
      await this.host.start();
      this.state = "up";
      onUp();
    } catch (error) {
      if (!isOfStore(error)) throw error;
      this.state = "down";
    }
  }

  /** Stops the host and closes the store; where that fails, the process ends without it. */
  async stop(): Promise<void> {
    this.state = "stopping";
    await this.host.stop();
    await this.store.close().catch(() => undefined);
    this.state = "stopped";
  }
}

function alertsOnly(onAlert: (sentence: string) => void): HostLog {
  return {
    turn: () => undefined,
    send: () => undefined,
    alert: ({ sentence, error }) => {
      // A report that was given up is said to be so, which the laws of reports look at.
      if (!isOfStore(error) && !sentence.startsWith("A report to "))
        onAlert(`${sentence} ${error instanceof Error ? error.stack : ""}`);
    },
  };
}

/** Whether it is because the store failed, or because another process was always first. */
function isOfStore(error: unknown): boolean {
  if (error instanceof StoreError || error instanceof HostError) return true;
  return error instanceof Error && error.message === "Other processes were always first.";
}

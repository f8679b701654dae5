import type { Gateway } from "@parley/gateway";
import { Host, type HostEvent, type HostLog } from "@parley/host";
import type { App, InboundMessage } from "@parley/messaging";
import type { Store } from "@parley/store";
import { createMemoryData, createMemoryStore, type MemoryData } from "@parley/store/memory";
import { seededRandom } from "../processes/seeded-random.ts";
import { Auditor } from "./auditor.ts";
import { ProcessWorld, RestlessError } from "./process-world.ts";
import { Provider } from "./provider.ts";
import type { Scenario, Step } from "./scenario.ts";
import { simulatedFlow } from "./simulated-flow.ts";
import { watchStore } from "./watched-store.ts";

/** What a simulation may have planted: a fault between the host and its store or gateway. */
export type Plant = {
  readonly store?: (store: Store) => Store;
  readonly gateway?: (gateway: Gateway) => Gateway;
};

/** A webhook, delivered again until it is acknowledged. */
export type Webhook = {
  readonly event: HostEvent;
  firstAt: number;
  acknowledgedAt: number | undefined;
  isUnderWay: boolean;
};

const startsAt = 1_767_225_600_000;
const reconcileAfterMs = 60_000;
/** Longer than any wait of the flow. */
const longestWaitMs = 200_000;
const app: App = {
  id: "app",
  connectionId: "connection",
  phoneNumberId: "1",
  displayPhoneNumber: "+15550783881",
  settings: { messagesPerSecond: 80, ambiguous: "retry" },
};

/** Runs a scenario and returns what does not hold; nothing when all does. */
export async function simulate(scenario: Scenario, plant: Plant = {}): Promise<readonly string[]> {
  const simulation = new Simulation(scenario.seed, plant);
  try {
    await simulation.open();
    for (const step of scenario.steps) {
      await simulation.take(step);
      if (simulation.violations.length > 0) return simulation.violations;
    }
    await simulation.close();
    return simulation.violations;
  } catch (error) {
    if (error instanceof RestlessError) return [error.message];
    throw error;
  }
}

class Simulation {
  readonly #random: () => number;
  readonly #plant: Plant;
  readonly #data: MemoryData = createMemoryData();
  readonly #world: ProcessWorld;
  readonly #provider: Provider;
  readonly #webhooks: Webhook[] = [];
  readonly #auditor: Auditor;
  readonly #alerts: string[] = [];
  #host: Host | undefined;
  #store: Store | undefined;

  constructor(seed: number, plant: Plant) {
    this.#random = seededRandom(seed);
    this.#plant = plant;
    this.#world = new ProcessWorld(this.#random, startsAt);
    this.#provider = new Provider(() => this.#world.now);
    this.#auditor = new Auditor(this.#data, this.#provider, this.#webhooks);
  }

  get violations(): readonly string[] {
    return [...this.#auditor.violations, ...this.#alerts];
  }

  async open(): Promise<void> {
    await createMemoryStore({ data: this.#data }).flows.makeLive({
      flow: simulatedFlow,
      comment: "",
      appIds: null,
      at: 0,
    });
    this.#data.isClosedCleanly = true;
    await this.#begin();
  }

  async take(step: Step): Promise<void> {
    switch (step.type) {
      case "write":
        if (step.withTimer) this.#world.fireNext(Math.min(longestWaitMs, this.#nextReceiptAt - this.#world.now));
        this.#write(step.contact, step.word);
        break;
      case "repeat": {
        const messages = this.#webhooks.filter(({ event }) => event.type === "message");
        const again = messages[step.message % Math.max(1, messages.length)];
        if (again !== undefined) void this.#host?.deliver([again.event]).catch(() => undefined);
        break;
      }
      case "advance":
        await this.#advance(step.ms);
        break;
      case "treat":
        this.#provider.treatments = step.treatments;
        break;
      case "receipts":
        this.#provider.plans = step.plans;
        break;
      case "crash":
        this.#world.setTrap(step.trap);
        break;
      case "restart":
        await this.#restart();
    }
    await this.#settle();
    this.#auditor.check(this.#world.now);
  }

  /** Lets everything come to rest, with a provider that behaves, and looks at the end. */
  async close(): Promise<void> {
    this.#provider.treatments = [];
    this.#provider.plans = [];
    for (let round = 0; round < 6; round += 1) await this.#advance(longestWaitMs);
    this.#auditor.check(this.#world.now);
    this.#auditor.checkEnd(this.#world.now);
  }

  async #begin(): Promise<void> {
    const { clock, call } = this.#world.begin();
    const store = createMemoryStore({ data: this.#data });
    this.#store = watchStore(this.#plant.store?.(store) ?? store, call);
    const provider = this.#provider.gateway(call);
    const gateway = this.#plant.gateway?.(provider) ?? provider;
    const log: HostLog = {
      turn: () => undefined,
      send: () => undefined,
      alert: ({ sentence, error }) =>
        void this.#alerts.push(`${sentence} ${error instanceof Error ? error.stack : ""}`),
    };
    this.#host = new Host({
      ...{ store: this.#store, clock, random: this.#random, log, reconcileAfterMs },
      appOf: (id) => (id === app.id ? app : undefined),
      gatewayOf: () => gateway,
    });
    void this.#host.start().catch(() => undefined);
    for (const webhook of this.#webhooks) {
      webhook.isUnderWay = false;
      this.#deliver(webhook);
    }
    await this.#settle();
  }

  async #restart(): Promise<void> {
    let isStopped = false;
    const stop = async (): Promise<void> => {
      await this.#host?.stop();
      await this.#store?.close();
      isStopped = true;
    };
    void stop().catch(() => undefined);
    const host = this.#host;
    for (let round = 0; round < 100 && !isStopped && this.#host === host; round += 1) await this.#advance(1_000);
    if (this.#host !== host) return;
    if (!isStopped) this.#alerts.push("A stop does not come to an end.");
    this.#world.crash();
    await this.#begin();
  }

  /** Performs what waits. A crash on the way begins a new process. */
  async #settle(): Promise<void> {
    if (await this.#world.settle()) await this.#begin();
  }

  /** Moves the time on from one thing that is due to the next. */
  async #advance(ms: number): Promise<void> {
    const until = this.#world.now + ms;
    do {
      const next = Math.max(this.#world.now, Math.min(this.#nextReceiptAt, this.#world.nextTimerAt, until));
      if (await this.#world.advance(next - this.#world.now)) await this.#begin();
      this.#deliverReceipts();
      for (const webhook of this.#webhooks) this.#deliver(webhook);
      await this.#settle();
    } while (this.#world.now < until);
  }

  get #nextReceiptAt(): number {
    return this.#provider.receipts.reduce((soonest, { dueAt }) => Math.min(soonest, dueAt), Number.POSITIVE_INFINITY);
  }

  #write(contact: number, word: string): void {
    const at = this.#world.now;
    const id = `w${this.#webhooks.length + 1}`;
    const text = `${id} ${word}`;
    const message: InboundMessage = { id, sentAt: at, content: { type: "text", text }, payload: {} };
    const event: HostEvent = { type: "message", appId: app.id, contact: { waId: `3160000000${contact}` }, message };
    this.#post(event);
  }

  #deliverReceipts(): void {
    const { receipts } = this.#provider;
    for (const planned of receipts.filter(({ dueAt }) => dueAt <= this.#world.now)) {
      receipts.splice(receipts.indexOf(planned), 1);
      this.#post({ type: "receipt", appId: app.id, receipt: planned.receipt });
    }
  }

  #post(event: HostEvent): void {
    const webhook: Webhook = { event, firstAt: this.#world.now, acknowledgedAt: undefined, isUnderWay: false };
    this.#webhooks.push(webhook);
    this.#deliver(webhook);
  }

  #deliver(webhook: Webhook): void {
    if (webhook.acknowledgedAt !== undefined || webhook.isUnderWay) return;
    webhook.isUnderWay = true;
    const host = this.#host;
    void host
      ?.deliver([webhook.event])
      .then(() => {
        if (this.#host !== host) return;
        webhook.acknowledgedAt = this.#world.now;
      })
      .catch(() => {
        if (this.#host === host) webhook.isUnderWay = false;
      });
  }
}

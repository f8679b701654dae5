import type { Flow } from "@parley/flow";
import type { GatewayAnswer, SendRequest } from "@parley/gateway";
import {
  type App,
  type AppSettings,
  type Clock,
  type Contact,
  type InboundContent,
  type ReceiptStatus,
  type Referral,
  wordsOf,
} from "@parley/messaging";
import type { JournalRow, PostRow, SendRow, Store, Thread, TimerRow } from "@parley/store";
import {
  createManualClock,
  createMemoryData,
  createMemoryStore,
  createScriptedGateway,
  createScriptedPerformer,
  type PostScript,
  seededRandom,
  type TaskScript,
} from "@parley/testing";
import { Host } from "./host.ts";
import type { HostEvent } from "./host-event.ts";
import type { HostLog } from "./host-log.ts";
import { mortal } from "./store.test-support.ts";

/** What the gateway answers; the attempt is 1 for the first send of a key. Undefined means accepted. */
export type Answer = (request: SendRequest, attempt: number) => GatewayAnswer | Promise<GatewayAnswer> | undefined;

export type WorldOptions = {
  readonly flows?: readonly (Flow | { readonly flow: Flow; readonly appIds: readonly string[] })[];
  /** The ids of the apps, `main` alone unless given. */
  readonly apps?: readonly string[];
  readonly settings?: Partial<AppSettings>;
  readonly answer?: Answer;
  /** What comes of posts to notify URLs; every one is answered 200 unless given. */
  readonly post?: PostScript;
  /** What comes of tasks; every one fails unless given. */
  readonly perform?: TaskScript;
  readonly hasPerformer?: boolean;
  /** Stands between host and store. */
  readonly wrapStore?: (store: Store) => Store;
  readonly sendsInMemory?: number;
  readonly hasGateway?: boolean;
  readonly log?: Partial<HostLog>;
};

/** Where a message comes from. */
export type Origin = {
  readonly from?: Contact;
  readonly app?: string;
  readonly id?: string;
  readonly sentAt?: number;
  /** The message that it answers. */
  readonly contextId?: string;
  readonly referral?: Referral;
};

export const ada: Contact = { waId: "31612345678" };
export const reconcileAfterMs = 60_000;

/** A host over a memory store, a scripted gateway, a manual clock and seeded randomness. */
export class World {
  readonly data = createMemoryData();
  readonly alerts: string[] = [];
  readonly turns: string[] = [];
  /** When each message was handed to the gateway, by the order of `sent`. */
  readonly sentAt: number[] = [];
  /** When each report was posted, by the order of `posted`. */
  readonly postedAt: number[] = [];
  readonly #options: WorldOptions;
  readonly #manual = createManualClock();
  readonly #gateway = createScriptedGateway((request, attempt) => this.#answer(request, attempt));
  readonly #performer = createScriptedPerformer(
    (request, attempt) => {
      this.postedAt.push(this.now());
      return this.#options.post?.(request, attempt) ?? { type: "answered", status: 200 };
    },
    (task, attempt) => this.#options.perform?.(task, attempt) ?? { type: "failed", reason: "Nothing is scripted." },
  );
  readonly #rows: JournalRow[] = [];
  readonly #random = seededRandom(7);
  #process: Process;
  #accepted = 0;
  #written = 0;
  /** How far the clock was set on, or back. */
  #clockShiftMs = 0;
  answer: Answer;

  private constructor(options: WorldOptions) {
    this.#options = options;
    this.answer = options.answer ?? (() => undefined);
    this.#process = this.#newProcess();
  }

  /** A world whose host has started, unless `isStarted` is false. */
  static async open(options: WorldOptions = {}, isStarted = true): Promise<World> {
    const world = new World(options);
    for (const id of options.apps ?? ["main"]) await world.store.settings.saveApp(world.#appOf(id));
    for (const one of options.flows ?? []) await world.makeLive(one);
    if (isStarted) await world.host.start();
    await world.run(0);
    return world;
  }

  get host(): Host {
    return this.#process.host;
  }

  /** The store itself, with nothing between. */
  get store(): Store {
    return this.#process.store;
  }

  now(): number {
    return this.#process.clock.now();
  }

  async makeLive(one: Flow | { readonly flow: Flow; readonly appIds: readonly string[] }): Promise<void> {
    const { flow, appIds } = "appIds" in one ? one : { flow: one, appIds: null };
    await this.store.flows.makeLive({ flow, comment: "", appIds, at: this.now() });
  }

  /** A message from a contact; its id is m1, m2 and so on unless given. */
  message(content: string | InboundContent, origin: Origin = {}): HostEvent {
    const { from = ada, app: appId = "main", sentAt = this.now(), contextId, referral } = origin;
    const { id = `m${(this.#written += 1)}` } = origin;
    const read: InboundContent = typeof content === "string" ? { type: "text", text: content } : content;
    return {
      type: "message",
      appId,
      contact: from,
      message: { id, sentAt, content: read, contextId, referral, payload: {} },
    };
  }

  /** A contact writes, and the host does all that it does at once. */
  async write(content: string | InboundContent, origin: Origin = {}): Promise<void> {
    await this.host.deliver([this.message(content, origin)]);
    await this.settle();
  }

  /** The provider tells of a message, by its id and ours where it is given. */
  async receipt(status: ReceiptStatus, messageId: string, sendKey?: string): Promise<void> {
    await this.host.deliver([this.receiptEvent(status, messageId, sendKey)]);
    await this.settle();
  }

  receiptEvent(status: ReceiptStatus, messageId: string, sendKey?: string): HostEvent {
    return { type: "receipt", appId: "main", receipt: { messageId, sendKey, status, at: this.now() } };
  }

  /** Lets time pass; whatever falls due does all that it does at its own time. */
  async run(ms: number): Promise<void> {
    await this.settle();
    const until = this.#manual.clock.now() + ms;
    for (let next = this.#process.nextWake(); next <= until; next = this.#process.nextWake()) {
      await this.#manual.advance(Math.max(0, next - this.#manual.clock.now()));
      await this.settle();
    }
    await this.#manual.advance(until - this.#manual.clock.now());
    await this.settle();
  }

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Sets the clock; what was scheduled comes after as long as before. */
  setClock(byMs: number): void {
    this.#clockShiftMs += byMs;
  }

  /** What the gateway was handed: receiver and text. */
  sent(): string[] {
    return this.#gateway.sent.map(({ to, message }) => `${to.waId ?? to.bsuid} ${wordsOf(message)}`);
  }

  /** What the gateway was handed, whole. */
  requests(): readonly SendRequest[] {
    return this.#gateway.sent;
  }

  /** What was posted to notify URLs: where, and the code and status that it tells. */
  posted(): string[] {
    return this.#performer.posted.map(({ url, body }) => {
      const { code, deliveryStatus } = JSON.parse(body).deliveryInfoNotification.deliveryInfo;
      return `${url} ${code} ${deliveryStatus}`;
    });
  }

  /** The tasks that the performer was given: their keys, by `flow#1-2`. */
  performed(): string[] {
    return this.#performer.performed.map(({ key, task }) => `${this.#visitOf(key)} ${task.type}`);
  }

  /** The tasks that are stored, and how they stand. */
  tasks(): string[] {
    return [...this.data.tasks.values()].map(({ key, state, task }) => {
      return [this.#visitOf(key), state, task?.type ?? ""].join(" ").trim();
    });
  }

  posts(): PostRow[] {
    return [...this.data.posts.values()];
  }

  /** The topics under which conversations wait, by `flow#1`. */
  topics(): string[] {
    return [...this.data.topics].map(([id, { topics }]) => `${this.nameOf(id)} ${topics.join(" ")}`);
  }

  sentKeys(): string[] {
    return this.#gateway.sent.map(({ sendKey }) => sendKey);
  }

  /** What was committed to the journal: conversation as `flow#1`, event, and the ways by which nodes were left. */
  journal(): string[] {
    return this.#rows.map((row) => this.#journalLine(row));
  }

  threads(): Thread[] {
    return [...this.data.threads.values()].map(({ thread }) => thread);
  }

  /** The live conversations by `flow#1` and the node where they stand. */
  live(): string[] {
    return this.threads().flatMap(({ live }) =>
      live.map(({ conversation, parked }) => {
        const place = parked === undefined ? stateOf(conversation.value) : "parked";
        return `${this.nameOf(conversation.id)} ${place}`;
      }),
    );
  }

  sends(): SendRow[] {
    return [...this.data.sends.values()];
  }

  timers(): TimerRow[] {
    return [...this.data.timers.values()];
  }

  /** How conversations ended, by `flow#1`. */
  results(): string[] {
    const ended = [...this.data.conversations.values()].filter(({ status }) => status === "ended");
    return ended.map(({ id, result }) => `${this.nameOf(id)} ${result}`);
  }

  nameOf(conversationId: string): string {
    return `${this.data.conversations.get(conversationId)?.flowId}#${conversationId.split("-").at(-1)}`;
  }

  /** The calls back that the clock still owes to the host. */
  wakes(): number {
    return this.#process.wakes();
  }

  /** Ends the process as a crash does: nothing that it had under way comes to an end. A new one starts on its data. */
  async crash(): Promise<void> {
    this.#process.kill();
    await this.settle();
    this.#process = this.#newProcess();
    await this.host.start();
    await this.run(0);
  }

  /** Stops the host, however much time that takes, closes the store and starts anew. */
  async restart(): Promise<void> {
    let isStopped = false;
    const stopping = this.host.stop().then(() => (isStopped = true));
    await this.settle();
    while (!isStopped) await this.run(1_000);
    await stopping;
    await this.store.close();
    this.#process = this.#newProcess();
    await this.host.start();
    await this.run(0);
  }

  #visitOf(key: string): string {
    const place = key.lastIndexOf("-");
    return `${this.nameOf(key.slice(0, place))}${key.slice(place)}`;
  }

  #newProcess(): Process {
    const { wrapStore = (store) => store, apps = ["main"], sendsInMemory, hasGateway = true, log } = this.#options;
    const { hasPerformer = true } = this.#options;
    const store = createMemoryStore({ data: this.data });
    let isDead = false;
    const living = mortal(store, () => isDead);
    const { clock, wakes, nextWake } = this.#newClock(() => isDead);
    const known = new Map(apps.map((id) => [id, this.#appOf(id)]));
    const host = new Host({
      store: wrapStore(this.#recorded(living)),
      ...{ clock, random: this.#random, reconcileAfterMs },
      ...(sendsInMemory === undefined ? {} : { sendsInMemory }),
      log: {
        turn: ({ turn, event }) => void this.turns.push(`${this.nameOf(turn.conversation.id)} ${event.type}`),
        alert: ({ sentence, error }) => {
          this.alerts.push(error instanceof Error ? `${sentence} ${error.message}` : sentence);
        },
        send: () => {},
        ...log,
      },
      appOf: (id) => known.get(id),
      gatewayOf: () => (hasGateway ? this.#gateway : undefined),
      performer: hasPerformer ? this.#performer : undefined,
    });
    return { host, store, clock, wakes, nextWake, kill: () => (isDead = true) };
  }

  #newClock(isDead: () => boolean): { clock: Clock; wakes: () => number; nextWake: () => number } {
    const base = this.#manual.clock;
    const pending = new Set<{ readonly at: number }>();
    const clock: Clock = {
      now: () => base.now() + this.#clockShiftMs,
      schedule: (atMs, callback) => {
        const wake = { at: atMs - this.#clockShiftMs };
        pending.add(wake);
        const cancel = base.schedule(wake.at, () => {
          pending.delete(wake);
          if (!isDead()) callback();
        });
        return () => {
          pending.delete(wake);
          cancel();
        };
      },
    };
    const nextWake = (): number => [...pending].reduce((next, { at }) => Math.min(next, at), Infinity);
    return { clock, wakes: () => pending.size, nextWake };
  }

  #answer(request: SendRequest, attempt: number): GatewayAnswer | Promise<GatewayAnswer> {
    this.sentAt.push(this.now());
    const scripted = this.answer(request, attempt);
    if (scripted !== undefined) return scripted;
    return { type: "accepted", messageId: `w${(this.#accepted += 1)}`, contact: request.to };
  }

  #appOf(id: string): App {
    const settings = { messagesPerSecond: 1_000, ambiguous: "retry" as const, ...this.#options.settings };
    return { id, connectionId: "default", phoneNumberId: `${id}-number`, displayPhoneNumber: "+31201234567", settings };
  }

  /** Keeps the journal of what was committed, in order. */
  #recorded(store: Store): Store {
    return {
      ...store,
      commit: async (units) => {
        const results = await store.commit(units);
        units.forEach(({ journal = [] }, index) => {
          if (results[index]?.type === "committed") this.#rows.push(...journal);
        });
        return results;
      },
    };
  }

  #journalLine({ conversationId, event, entries }: JournalRow): string {
    const who = conversationId === undefined ? "-" : this.nameOf(conversationId);
    const about = "message" in event ? event.message.id : "messageId" in event ? event.messageId : "";
    const signal = "signal" in event ? event.signal.id : "signalId" in event ? event.signalId : "";
    const status = "receipt" in event ? event.receipt.status : "optIn" in event ? event.optIn.status : "";
    const ways = entries.flatMap((entry) => {
      if (entry.type === "node-left") return [`${entry.nodeId}.${entry.outcome}`];
      return entry.type === "ended" ? [`ended:${entry.result}`] : [];
    });
    return [who, event.type, about, signal, status, ...ways].filter((word) => word !== "").join(" ");
  }
}

type Process = {
  readonly host: Host;
  readonly store: Store;
  readonly clock: Clock;
  readonly wakes: () => number;
  readonly nextWake: () => number;
  readonly kill: () => void;
};

/** The state of a node, such as `n3`, and what it does there. */
function stateOf(value: unknown): string {
  return JSON.stringify(value).replaceAll(/["{}]|at_/g, "");
}

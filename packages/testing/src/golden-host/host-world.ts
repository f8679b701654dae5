import type { Gateway, GatewayAnswer, SendRequest } from "@parley/gateway";
import { createScriptedGateway } from "@parley/gateway/scripted";
import type { Host, HostEvent } from "@parley/host";
import type { Flow, TaskAnswer } from "@parley/flow";
import { type App, type AppSettings, assertNever, type Contact, sleep } from "@parley/messaging";
import type { PerformedTask, PostAnswer, PostRequest } from "@parley/performer";
import { createScriptedPerformer } from "@parley/performer/scripted";
import { createManualClock } from "@parley/simulator";
import type { Store } from "@parley/store";
import { createMemoryData, createMemoryStore, type MemoryData } from "@parley/store/memory";
import { seededRandom } from "../processes/seeded-random.ts";
import { throughJson } from "./data-through-json.ts";
import { contactOf, registeredOf, signalOf } from "./drawn.ts";
import type {
  DrawnAnswer,
  DrawnContact,
  DrawnHostEvent,
  DrawnSignal,
  DrawnTaskAnswer,
  DrawnTemplate,
} from "./golden-host.ts";
import { createHostProcess, type Ground, type HostProcess } from "./host-process.ts";

/** What stands between the host and the world. */
export type HostWorldOptions = {
  readonly settings?: Partial<AppSettings> | undefined;
  readonly wrapStore?: (store: Store) => Store;
  readonly wrapGateway?: (gateway: Gateway) => Gateway;
};

const ada: Contact = { waId: "31612345678" };

/** The production host on one app, over a memory store, a scripted gateway, a clock that is moved by hand and seeded randomness. */
export class HostWorld {
  data: MemoryData = createMemoryData();
  readonly alerts: string[] = [];
  /** What came of signals. */
  readonly signals: string[] = [];
  readonly #manual = createManualClock();
  readonly #gateway = createScriptedGateway((request) => this.#answer(request));
  readonly #performer = createScriptedPerformer(
    () => this.#postAnswers.shift() ?? { type: "answered", status: 200 },
    () => this.#answerTask(),
  );
  readonly #ground: Ground;
  #process: HostProcess;
  #answers: readonly DrawnAnswer[] = [];
  #postAnswers: PostAnswer[] = [];
  #taskAnswers: DrawnTaskAnswer[] = [];
  #held = new Set<number>();
  #accepted = 0;
  #written = 0;

  constructor({ settings, wrapStore = (store) => store, wrapGateway = (gateway) => gateway }: HostWorldOptions = {}) {
    this.#ground = {
      app: appWith(settings),
      clock: this.#manual.clock,
      random: seededRandom(7),
      gateway: wrapGateway(this.#gateway),
      performer: this.#performer,
      alert: (sentence) => void this.alerts.push(sentence),
      wrapStore,
    };
    this.#process = createHostProcess(this.#ground, this.data);
  }

  get host(): Host {
    return this.#process.host;
  }

  get now(): number {
    return this.#manual.clock.now();
  }

  /** Every request that was handed to the gateway. */
  get sent(): readonly SendRequest[] {
    return this.#gateway.sent;
  }

  /** Every report that was posted. */
  get posted(): readonly PostRequest[] {
    return this.#performer.posted;
  }

  /** Every task that the performer was given. */
  get performed(): readonly { readonly key: string; readonly task: PerformedTask }[] {
    return this.#performer.performed;
  }

  /** What there is beside flows. */
  async furnish(templates: readonly DrawnTemplate[], contacts: readonly DrawnContact[]): Promise<void> {
    const store = createMemoryStore({ data: this.data });
    const { app } = this.#ground;
    await store.settings.saveApp(app);
    await store.templates.save(templates.map((template) => registeredOf(template, app.id)));
    for (const contact of contacts) await store.contacts.save(contactOf(contact));
  }

  async makeLive(flow: Flow): Promise<void> {
    await createMemoryStore({ data: this.data }).flows.makeLive({ flow, comment: "", appIds: null, at: this.now });
  }

  async start(): Promise<void> {
    await this.host.start();
    await this.settle();
  }

  answerWith(answers: readonly DrawnAnswer[]): void {
    this.#answers = answers;
  }

  answerPostsWith(answers: readonly PostAnswer[]): void {
    this.#postAnswers = [...answers];
  }

  answerTasksWith(answers: readonly DrawnTaskAnswer[]): void {
    this.#taskAnswers = [...answers];
  }

  async signal(drawn: DrawnSignal, appId?: string): Promise<void> {
    const { started, resumed, problems } = await this.host.signal(signalOf(drawn), { appId });
    this.signals.push([`${drawn.id}: ${started} started, ${resumed} resumed`, ...problems].join(". "));
    await this.settle();
  }

  async deliver(events: readonly DrawnHostEvent[]): Promise<void> {
    await this.host.deliver(events.map((event) => this.eventOf(event)));
    await this.settle();
  }

  async stopConversation(name: string): Promise<void> {
    const row = [...this.data.conversations.values()].find(({ id }) => this.nameOf(id) === name);
    if (row === undefined) throw new Error(`There is no conversation ${name}.`);
    const { id: conversationId, threadId } = row;
    await this.host.deliver([{ type: "stop-conversation", threadId, conversationId, reason: "A person ended it." }]);
    await this.settle();
  }

  /** Lets time pass; whatever falls due does all that it does at its own time. */
  async wait(ms: number): Promise<void> {
    await this.settle();
    const until = this.now + ms;
    for (let next = this.#nextWake(); next <= until; next = this.#nextWake()) {
      await this.#manual.advance(Math.max(0, next - this.now));
      await this.settle();
    }
    await this.#manual.advance(until - this.now);
    await this.settle();
  }

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Stops the process, and begins another on what it stored, written as JSON and read again. */
  async passOn(): Promise<void> {
    let isStopped = false;
    const stopping = this.host.stop().then(() => (isStopped = true));
    await this.settle();
    if (!isStopped)
      throw new Error("A step must leave nothing under way: no answer of the gateway may be held beyond it.");
    await stopping;
    await this.#process.store.close();
    await this.#begin();
  }

  async crash(): Promise<void> {
    this.#process.kill();
    await this.settle();
    await this.#begin();
  }

  eventOf(drawn: DrawnHostEvent): HostEvent {
    const appId = this.#ground.app.id;
    switch (drawn.type) {
      case "receipt": {
        const { type, sendKey, ...rest } = drawn;
        const key = sendKey === undefined ? {} : { sendKey: this.#keyOf(sendKey) };
        return { type, appId, receipt: { ...rest, at: this.now, ...key } };
      }
      case "opt-in": {
        const { type, status, from = ada, source = "api" } = drawn;
        return { type, appId, contact: from, optIn: { status, at: this.now, source, evidence: "form 17" } };
      }
      case "message": {
        const { type, content, from = ada, sentAgoMs = 0, id = `m${(this.#written += 1)}`, ...rest } = drawn;
        const read = typeof content === "string" ? ({ type: "text", text: content } as const) : content;
        const message = { id, sentAt: this.now - sentAgoMs, content: read, ...rest, payload: {} };
        return { type, appId, contact: from, message };
      }
      default:
        return assertNever(drawn);
    }
  }

  /** A conversation by its flow and its place among those of its thread, such as `story#1`. */
  nameOf(conversationId: string): string {
    return `${this.data.conversations.get(conversationId)?.flowId}#${conversationId.split("-").at(-1)}`;
  }

  /** A send by its conversation and its node entry, such as `story#1-2`. */
  sendNameOf(key: string): string {
    const place = key.lastIndexOf("-");
    return `${this.nameOf(key.slice(0, place))}${key.slice(place)}`;
  }

  async #begin(): Promise<void> {
    this.data = throughJson(this.data);
    this.#process = createHostProcess(this.#ground, this.data);
    await this.start();
  }

  #nextWake(): number {
    return Math.min(this.#process.nextWake(), ...this.#held);
  }

  #keyOf(name: string): string {
    const known = [...this.data.sends.keys()].find((key) => this.sendNameOf(key) === name);
    if (known === undefined) throw new Error(`There is no send ${name}.`);
    return known;
  }

  async #answer(request: SendRequest): Promise<GatewayAnswer> {
    const [next, ...rest] = this.#answers;
    this.#answers = rest;
    const { afterMs = 0, ...answer } = next ?? { type: "accepted" as const, messageId: `w${(this.#accepted += 1)}` };
    if (afterMs > 0) await this.#hold(this.now + afterMs);
    return answer.type === "accepted" ? { ...answer, contact: request.to } : answer;
  }

  async #answerTask(): Promise<TaskAnswer> {
    const next = this.#taskAnswers.shift() ?? { type: "failed" as const, reason: "Nothing is scripted." };
    const { afterMs = 0, ...answer } = next;
    if (afterMs > 0) await this.#hold(this.now + afterMs);
    return answer;
  }

  async #hold(until: number): Promise<void> {
    this.#held.add(until);
    await sleep(this.#manual.clock, until - this.now);
    this.#held.delete(until);
  }
}

function appWith(settings: Partial<AppSettings> = {}): App {
  return {
    id: "main",
    connectionId: "default",
    phoneNumberId: "106540352242922",
    displayPhoneNumber: "+15550783881",
    settings: { messagesPerSecond: 1_000, ambiguous: "retry", ...settings },
  };
}

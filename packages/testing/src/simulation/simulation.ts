import type { HostEvent } from "@parley/host";
import type { InboundContent } from "@parley/messaging";
import { createMemoryData, createMemoryStore, type MemoryData } from "@parley/store/memory";
import { drawFlow } from "../draw-flow.ts";
import { seededRandom } from "../processes/seeded-random.ts";
import { Auditor } from "./auditor.ts";
import { HostProcess, type Plant } from "./host-process.ts";
import { Postman } from "./postman.ts";
import { PostOffice } from "./post-office.ts";
import { ProcessWorld, RestlessError } from "./process-world.ts";
import { Provider } from "./provider.ts";
import type { Deed, Scenario, Step } from "./scenario.ts";
import { apps, startsAt } from "./simulated-apps.ts";
import { askFlow, awaitFlow, calledFlow, helpFlow, talkVersions } from "./simulated-flow.ts";
import { StoreTroubles } from "./store-troubles.ts";
import { count, type Tally } from "./tally.ts";
import { Workshop } from "./workshop.ts";

/** Beside the scenario: a planted fault, and what counts that which occurred. */
export type SimulationOptions = { readonly plant?: Plant; readonly tally?: Tally };

/** Longer than any wait of the flows. */
const longestWaitMs = 200_000;
const hourMs = 3_600_000;
/** More than the time by which any scenario sets the clock back. */
const hoursToTheEnd = 40;
/** How long somebody takes to end a process that has lost its store. */
const killedAfterMs = 30_000;
/** Seconds within which a stop comes to an end, and rest comes back. */
const patienceSeconds = 2_000;

/** Runs a scenario and returns what does not hold; nothing when all does. */
export async function simulate(scenario: Scenario, options: SimulationOptions = {}): Promise<readonly string[]> {
  const simulation = new Simulation(scenario, await dataOf(scenario), options);
  try {
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
  readonly #scenario: Scenario;
  readonly #plant: Plant;
  readonly #tally: Tally;
  readonly #random: () => number;
  readonly #data: MemoryData;
  readonly #world: ProcessWorld;
  readonly #provider: Provider;
  readonly #workshop: Workshop;
  readonly #office: PostOffice;
  readonly #postman: Postman;
  readonly #troubles: StoreTroubles;
  readonly #auditor: Auditor;
  readonly #alerts: string[] = [];
  #process: HostProcess;
  #messages = 0;
  #signals = 0;
  /** When the store was last seen to answer. */
  #aliveAt = startsAt;
  /** Webhooks before this one are so old that no provider repeats them. */
  #firstRepeated = 0;

  constructor(scenario: Scenario, data: MemoryData, { plant = {}, tally = new Map() }: SimulationOptions) {
    this.#scenario = scenario;
    this.#data = data;
    this.#plant = plant;
    this.#tally = tally;
    this.#random = seededRandom(scenario.seed);
    const world = new ProcessWorld(this.#random, startsAt);
    this.#world = world;
    const onRefused = (code: string): void => count(tally, code);
    this.#postman = new Postman({ random: this.#random, now: () => world.now, onRefused });
    this.#provider = new Provider({ data, world, post: (event, dueAt) => this.#postman.post([event], dueAt) });
    this.#workshop = new Workshop(data);
    this.#office = new PostOffice(data);
    this.#troubles = new StoreTroubles(data, (how) => count(tally, how));
    const { webhooks } = this.#postman;
    const places = { provider: this.#provider, workshop: this.#workshop, office: this.#office };
    this.#auditor = new Auditor({ data, world, ...places, webhooks });
    this.#process = this.#newProcess(1);
  }

  get violations(): readonly string[] {
    return [...this.#auditor.violations, ...this.#alerts];
  }

  async take({ calls, ...deed }: Step): Promise<void> {
    await this.#do(deed);
    await this.#settle(calls);
    this.#auditor.check(this.#process);
  }

  /** Lets everything come to rest, in a world that behaves, and looks at the end. */
  async close(): Promise<void> {
    this.#provider.treatments = [];
    this.#provider.plans = [];
    this.#workshop.handlings = [];
    this.#office.answers = [];
    this.#troubles.end();
    this.#world.clearTraps();
    await this.#rest();
    for (let hours = 0; hours < 3 || (hours < hoursToTheEnd && this.#auditor.isOwing); hours += 1) {
      await this.#advance(hourMs);
    }
    await this.#rest();
    this.#auditor.check(this.#process);
    this.#auditor.checkEnd(this.#process);
    if (await this.#stop()) this.#auditor.checkStopped();
    this.#auditor.tally(this.#tally);
  }

  #do(deed: Deed): Promise<void> | void {
    switch (deed.type) {
      case "write":
        return this.#write(deed);
      case "repeat":
        return this.#repeat(deed.webhook);
      case "advance":
        return this.#advance(deed.ms);
      case "treat":
        this.#provider.treatments = deed.treatments;
        return;
      case "receipts":
        this.#provider.plans = deed.plans;
        return;
      case "handle":
        this.#workshop.handlings = deed.handlings;
        return;
      case "signal":
        return this.#signal(deed);
      case "reports":
        this.#office.answers = deed.answers;
        return;
      case "trouble":
        return this.#troubles.set(deed.trouble);
      case "crash":
        return this.#world.setTrap(deed.trap);
      case "restart":
        return this.#restart();
      case "make-live":
        return void this.#makeLive().catch(() => undefined);
      case "end-conversation":
        return this.#endConversation();
      case "set-clock":
        return this.#setClock(deed.byMs);
    }
  }

  #write({ contact, app: appId, words, delayMs, at }: Extract<Deed, { type: "write" }>): void {
    if (at === "timer") this.#world.fireNext(Math.min(longestWaitMs, this.#postman.nextDueAt - this.#world.now));
    const sentAt = this.#world.clockNow;
    const events = words.map((word): HostEvent => {
      this.#messages += 1;
      // A button may be of any message so far.
      const contextId =
        word === "tap" ? `m${1 + (this.#messages % Math.max(1, this.#provider.handOvers.length))}` : undefined;
      const message = { id: `w${this.#messages}`, sentAt, content: contentOf(word), contextId, payload: {} };
      return { type: "message", appId, contact: { waId: `3160000000${contact}` }, message };
    });
    this.#postman.post(events, this.#world.now + delayMs);
  }

  #signal({ contact, app: appId, delayMs }: Extract<Deed, { type: "signal" }>): void {
    this.#signals += 1;
    const parameters = { all: "yes", phone: `3160000000${contact}` };
    const signal = {
      type: "custom-event",
      id: `s${this.#signals}`,
      event: "go",
      correlationId: "",
      parameters,
    } as const;
    this.#postman.post([], this.#world.now + delayMs, { signal, appId });
  }

  #repeat(index: number): void {
    const worthIt = this.#postman.webhooks.slice(this.#firstRepeated);
    const webhook = worthIt[index % Math.max(1, worthIt.length)];
    if (webhook === undefined) return;
    count(this.#tally, "repeat");
    this.#postman.repeat(webhook);
  }

  async #makeLive(): Promise<void> {
    const { host, store } = this.#process;
    const versions = await store.flows.listVersions("talk");
    const flow = talkVersions[versions.length % talkVersions.length];
    if (flow === undefined) return;
    const appIds = this.#scenario.flow === undefined ? null : ["main"];
    await store.flows.makeLive({ flow, comment: "", appIds, at: this.#world.clockNow });
    await host.reloadFlows();
    count(this.#tally, "make live");
  }

  #endConversation(): void {
    const last = [...this.#data.threads.values()].findLast(({ thread }) => thread.live.length > 0)?.thread;
    const conversationId = last?.live.at(-1)?.conversation.id;
    if (last === undefined || conversationId === undefined) return;
    const reason = "A person ended it.";
    this.#postman.post([{ type: "stop-conversation", threadId: last.id, conversationId, reason }], this.#world.now);
  }

  /** Between two calls; for a jump by days at rest, because no provider repeats a webhook for so long, nor does an answer take so long. */
  async #setClock(byMs: number): Promise<void> {
    await this.#settle();
    if (byMs > hourMs) await this.#rest();
    this.#world.setClock(byMs);
    count(this.#tally, "clock set");
    if (byMs > hourMs) this.#firstRepeated = this.#postman.webhooks.length;
  }

  async #restart(): Promise<void> {
    if (!(await this.#stop())) return;
    this.#world.crash();
    this.#process = this.#newProcess();
  }

  /** Stops the process once it is up. False when it crashed on the way. */
  async #stop(): Promise<boolean> {
    const process = this.#process;
    while (this.#process.state !== "up") await this.#advance(1_000);
    if (this.#process !== process) return false;
    this.#postman.serve(undefined);
    void process.stop();
    for (let seconds = 0; seconds < patienceSeconds && process.state !== "stopped"; seconds += 1) {
      await this.#advance(1_000);
      if (this.#process !== process) return false;
    }
    if (process.state !== "stopped") this.#alerts.push("A stop does not come to an end.");
    else count(this.#tally, "clean stop");
    return true;
  }

  #newProcess(number = this.#process.number + 1): HostProcess {
    this.#troubles.revive();
    this.#postman.serve(undefined);
    return new HostProcess(number, {
      ...{ world: this.#world, data: this.#data, troubles: this.#troubles },
      ...{ provider: this.#provider, workshop: this.#workshop, office: this.#office },
      ...{ random: this.#random, plant: this.#plant, sendsInMemory: this.#scenario.sendsInMemory },
      onAlert: (sentence) => void this.#alerts.push(sentence),
    });
  }

  #start(): void {
    const process = this.#process;
    if (process.state !== "down") return;
    void process.start(() => {
      if (this.#process !== process) return;
      this.#postman.serve(process.host);
      this.#postman.deliverDue();
    });
  }

  /** Performs calls that wait. A crash on the way begins a new process. */
  async #settle(calls?: number): Promise<void> {
    this.#start();
    if (await this.#world.settle(calls)) await this.#afterCrash();
  }

  async #afterCrash(): Promise<void> {
    count(this.#tally, `crash while ${this.#process.state}`);
    this.#provider.doubtQueued();
    this.#process = this.#newProcess();
    await this.#settle();
  }

  /** Moves the time on from one thing that is due to the next. */
  async #advance(ms: number): Promise<void> {
    const until = this.#world.now + ms;
    do {
      const next = Math.max(this.#world.now, Math.min(this.#postman.nextDueAt, this.#world.nextTimerAt, until));
      if (await this.#world.advance(next - this.#world.now)) await this.#afterCrash();
      if (this.#isDeadTooLong()) await this.#kill();
      this.#postman.deliverDue();
      await this.#settle();
    } while (this.#world.now < until);
  }

  /** A process whose store has died is of no use. */
  #isDeadTooLong(): boolean {
    if (!this.#troubles.isDead) this.#aliveAt = this.#world.now;
    return this.#world.now - this.#aliveAt >= killedAfterMs;
  }

  async #kill(): Promise<void> {
    this.#world.crash();
    await this.#afterCrash();
  }

  /** Lets time pass until every webhook is acknowledged and no send or task is under way. */
  async #rest(): Promise<void> {
    const isAtRest = (): boolean => {
      const { inFlight, working } = this.#process.host.stats();
      return !this.#postman.isOwing && inFlight + working === 0;
    };
    for (let seconds = 0; seconds < patienceSeconds && !isAtRest(); seconds += 5) await this.#advance(5_000);
  }
}

/** Data in which the flows are live. */
async function dataOf({ flow }: Scenario): Promise<MemoryData> {
  const data = createMemoryData();
  const store = createMemoryStore({ data });
  const live = [
    ...talkVersions.slice(0, 1).map((talk) => ({ flow: talk, appIds: flow === undefined ? null : ["main"] })),
    ...[helpFlow, askFlow, awaitFlow, calledFlow].map((one) => ({ flow: one, appIds: null })),
    ...(flow === undefined ? [] : [{ flow: drawFlow(flow), appIds: ["slow"] }]),
  ];
  for (const one of live) await store.flows.makeLive({ ...one, comment: "", at: 0 });
  for (const app of apps.values()) await store.settings.saveApp(app);
  await store.close();
  return data;
}

/** What a contact does: taps a button, likes a message, or writes. */
function contentOf(word: string): InboundContent {
  if (word === "tap") return { type: "button-reply", id: "yes", title: "yes" };
  if (word === "like") return { type: "reaction", messageId: "m1", emoji: "+1" };
  return { type: "text", text: word };
}

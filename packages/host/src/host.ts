import type { Gateway } from "@parley/gateway";
import { type App, type Clock, sleep } from "@parley/messaging";
import { type CommitResult, type CommitUnit, type SendRow, type Store, StoreError, type TimerRow } from "@parley/store";
import { type BatchEvent, loadRequestFor, takeBatch } from "./batch.ts";
import { type CompiledFlows, createCompiledFlows } from "./compiled-flows.ts";
import { HostError } from "./host-error.ts";
import type { Attempt } from "./attempt.ts";
import type { HostEvent } from "./host-event.ts";
import type { HostLog } from "./host-log.ts";
import { hostLimits } from "./limits.ts";
import { Relay, type RelayStats } from "./relay.ts";
import { createTimers, type Timers } from "./timers.ts";

/*
 * The host keeps the engine's promises.
 * 1. `deliver` resolves only when its events, and all that followed from them, are committed; what rejects has not happened.
 * 2. Batches are taken one after another, events within them in order: the events of a thread are handled one at a time and as they came.
 * 3. Effects are performed after the commit that decided them.
 * 4. Nothing is kept in memory of a thread between batches.
 */

export type HostOptions = {
  readonly store: Store;
  readonly clock: Clock;
  /** From 0 up to 1; for jitter and thread ids. */
  readonly random: () => number;
  readonly log: HostLog;
  readonly appOf: (appId: string) => App | undefined;
  readonly gatewayOf: (app: App) => Gateway | undefined;
  /** How long a receipt may tell of a send of which nobody knows whether the provider took it. */
  readonly reconcileAfterMs: number;
};

export type HostStats = RelayStats & {
  /** Events that wait for their turn. */
  readonly waiting: number;
  /** Events taken since the start. */
  readonly taken: number;
};

type Item = {
  readonly event: BatchEvent;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
  conflicts: number;
};

export class Host {
  readonly #options: HostOptions;
  readonly #flows: CompiledFlows;
  readonly #relay: Relay;
  readonly #timers: Timers;
  readonly #queue: Item[] = [];
  #running: Promise<void> | undefined;
  #isStopping = false;
  #taken = 0;
  #lastSequence = 0;

  constructor(options: HostOptions) {
    const { store, clock, log } = options;
    this.#options = options;
    this.#flows = createCompiledFlows(store);
    this.#relay = new Relay({ ...options, report: (key, attempt) => this.#report(key, attempt) });
    this.#timers = createTimers({ store, clock, log, fire: (due) => this.#fire(due) });
  }

  /** Begins timers and sends, those of a former process included. */
  async start(): Promise<void> {
    await this.#flows.reload();
    await this.#relay.start(this.#nextSequence());
    this.#timers.start();
  }

  /** Takes events in order. Rejects with `HostError` when any was not taken; all may be delivered again, as duplicates are dropped. */
  async deliver(events: readonly HostEvent[]): Promise<void> {
    if (this.#isStopping) throw new HostError("stopping");
    if (this.#queue.length + events.length > hostLimits.eventsWaiting) throw new HostError("overloaded");
    const results = await Promise.allSettled(events.map((event) => this.#enqueue(event)));
    const failure = results.find((result) => result.status === "rejected");
    if (failure !== undefined) throw failure.reason;
  }

  /** Reads which flows are live: after a Make Live. */
  reloadFlows(): Promise<void> {
    return this.#flows.reload();
  }

  /** Takes no new events, finishes those it has and the sends under way; the rest stays in the store. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#timers.stop();
    await this.#relay.stop();
    while (this.#running !== undefined) await this.#running;
  }

  stats(): HostStats {
    return { ...this.#relay.stats(), waiting: this.#queue.length, taken: this.#taken };
  }

  #enqueue(event: BatchEvent): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ event, resolve, reject, conflicts: 0 });
      this.#wake();
    });
  }

  /** Begins in a microtask, so that the events of one call share a batch. */
  #wake(): void {
    this.#running ??= Promise.resolve()
      .then(() => this.#run())
      .finally(() => {
        this.#running = undefined;
        if (this.#queue.length > 0) this.#wake();
      });
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      const items = this.#queue.splice(0, hostLimits.eventsPerBatch);
      try {
        await this.#take(items);
      } catch (error) {
        if (error instanceof StoreError || items.length === 1) this.#refuse(items, error);
        else await this.#takeOneByOne(items);
      }
    }
  }

  /** One event that cannot be taken must not keep the others of its batch from being taken. */
  async #takeOneByOne(items: readonly Item[]): Promise<void> {
    for (const item of items) {
      try {
        await this.#take([item]);
      } catch (error) {
        this.#refuse([item], error);
      }
    }
  }

  async #take(items: readonly Item[]): Promise<void> {
    const { store, clock, log, random } = this.#options;
    const events = items.map(({ event }) => event);
    const loaded = await store.load(loadRequestFor(events));
    await this.#flows.ensure(
      loaded.threads.flatMap(({ thread }) => thread.live.map(({ conversation }) => conversation)),
    );
    const tools = {
      ...{ flows: this.#flows, log, now: clock.now() },
      nextSequence: () => this.#nextSequence(),
      newThreadId: () => newThreadId(random),
    };
    const { units, unitOfEvent } = takeBatch(events, loaded, tools);
    const results = units.length === 0 ? [] : await store.commit(units);
    const conflicted = items.filter((item, index) => {
      const unit = unitOfEvent[index];
      return this.#conclude(item, unit === undefined ? undefined : results[unit]) === "again";
    });
    this.#queue.unshift(...conflicted);
    units.forEach((unit, index) => {
      if (results[index]?.type === "committed") this.#afterCommit(unit);
    });
  }

  #conclude(item: Item, result: CommitResult | undefined): "done" | "again" {
    if (result === undefined || result.type === "committed") {
      this.#taken += 1;
      item.resolve();
    } else if (result.type === "conflict" && item.conflicts < hostLimits.conflictRetries) {
      item.conflicts += 1;
      return "again";
    } else
      this.#refuse([item], new Error(result.type === "failed" ? result.reason : "Other processes were always first."));
    return "done";
  }

  #refuse(items: readonly Item[], error: unknown): void {
    this.#options.log.alert({ sentence: "Events could not be taken.", error });
    const refused = new HostError("not-stored", error instanceof Error ? error.message : String(error));
    for (const { reject } of items) reject(refused);
  }

  #afterCommit(unit: CommitUnit): void {
    const sends = unit.sends ?? [];
    const isNew = (row: SendRow): boolean => row.state === "queued" && row.attempts === 0;
    this.#relay.add(sends.filter(isNew), unit.thread?.state.lastInboundAt);
    for (const row of sends) if (row.state !== "queued") this.#relay.settle(row.key);
    for (const { firesAt } of unit.setTimers ?? []) this.#timers.notice(firesAt);
  }

  /** Takes the outcome of an attempt, as often as it needs: what the world has done must not be forgotten. */
  async #report(key: string, attempt: Attempt): Promise<void> {
    for (let waitMs: number = hostLimits.backoffBaseMs; ; waitMs = Math.min(waitMs * 2, hostLimits.backoffMaxMs)) {
      try {
        return await this.#enqueue({ type: "attempt", key, attempt });
      } catch {
        await sleep(this.#options.clock, waitMs);
      }
    }
  }

  /** A timer that cannot be taken is postponed, so that it cannot keep the others from firing. */
  async #fire(due: readonly TimerRow[]): Promise<void> {
    const { store, clock } = this.#options;
    const results = await Promise.allSettled(due.map((timer) => this.#enqueue({ type: "timer", timer })));
    const stuck = due.filter((_, index) => results[index]?.status === "rejected");
    const firesAt = clock.now() + hostLimits.backoffMaxMs;
    if (stuck.length > 0) await store.commit([{ setTimers: stuck.map((timer) => ({ ...timer, firesAt })) }]);
  }

  /** Grows with time across restarts, and by one at least. */
  #nextSequence(): number {
    this.#lastSequence = Math.max(this.#lastSequence + 1, this.#options.clock.now() * 1000);
    return this.#lastSequence;
  }
}

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** 16 characters of Crockford's base 32: says nothing of the contact. */
function newThreadId(random: () => number): string {
  return Array.from({ length: 16 }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");
}

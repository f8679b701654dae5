import type { Clock } from "@parley/messaging";
import type { SendRow, Store } from "@parley/store";
import type { HostLog } from "./host-log.ts";
import { hostLimits } from "./limits.ts";
import { createOutage, type GatewayHealth, type Outage } from "./outage.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";
import { SendQueue } from "./send-queue.ts";

export type LaneOptions = {
  readonly appId: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: HostLog;
  readonly perSecond: () => number;
  /** How many sends memory has room for. */
  readonly sendsInMemory: number;
  /** Attempts a send and commits how that ended. Never rejects. */
  readonly perform: (row: SendRow) => Promise<Performed>;
};

/** What an attempt leaves behind: the send if it must be attempted again, and what it showed of the gateway. */
export type Performed = { readonly again: SendRow | undefined; readonly health: GatewayHealth };

/**
 * The sends of one app: as many in memory as there is room for, at its rate, a few at once.
 * 1. Sends come in the order of their sequence, or are left out of memory by 2.
 * 2. While the lane is behind, what is in memory is followed by what the store alone holds: every send above `#readUpTo` is there to be read.
 * 3. To read a send twice does no harm: one that is held is left as it is, and one that is decided is queued no more.
 * 4. While the gateway is out, sends are not used up on it: one now and then tries, and the first that is answered lets all go on.
 */
export class Lane {
  readonly #options: LaneOptions;
  readonly #queue: SendQueue;
  readonly #rate: RateLimit;
  readonly #outage: Outage = createOutage();
  readonly #underWay = new Set<Promise<void>>();
  #inFlight = 0;
  #cancelPause: (() => void) | undefined;
  #isStopped = false;

  #isBehind = false;
  #isReading = false;
  #readUpTo = 0;
  /** The lowest sequence that found no room since the last page was asked for. */
  #missedFrom = Infinity;
  /** What was decided since the last page was asked for: the page may not know it. */
  readonly #settledMeanwhile = new Set<string>();
  #cancelRetry: (() => void) | undefined;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#queue = new SendQueue(options.clock, () => this.#pump());
    this.#rate = createRateLimit(options.perSecond);
  }

  /** Sends held in memory. */
  get size(): number {
    return this.#queue.size;
  }

  /** Sends under way. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** Takes a send that is stored, in the order of sequence. */
  add(row: SendRow): void {
    if (!this.#isBehind && this.#hasRoom()) {
      this.#hold(row);
      return;
    }
    this.#isBehind = true;
    this.#missedFrom = Math.min(this.#missedFrom, row.sequence);
  }

  /** A send was decided, by its answer or by a receipt. */
  settle(key: string): void {
    if (this.#isReading) this.#settledMeanwhile.add(key);
    this.#queue.remove(key);
    if (this.#isBehind && this.size <= this.#options.sendsInMemory / 2) this.#begin(this.#readOn());
  }

  /** Begins nothing any more and waits for what is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelPause?.();
    this.#cancelRetry?.();
    this.#queue.close();
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #begin(work: Promise<void>): void {
    const tracked = work.finally(() => {
      this.#underWay.delete(tracked);
      this.#pump();
    });
    this.#underWay.add(tracked);
  }

  #pump(): void {
    if (this.#isStopped) return;
    for (let row = this.#queue.takeExpired(); row !== undefined; row = this.#queue.takeExpired()) {
      this.#begin(this.#perform(row));
    }
    while (this.#cancelPause === undefined && this.inFlight < hostLimits.sendsInFlight) {
      if (this.#pauses()) return;
      const row = this.#queue.take();
      if (row === undefined) return;
      const now = this.#options.clock.now();
      this.#rate.take(now);
      this.#outage.take(now);
      this.#begin(this.#perform(row));
    }
  }

  /** Whether the rate or an outage wants a pause; then it has begun. */
  #pauses(): boolean {
    const { clock } = this.#options;
    const waitMs = Math.max(this.#rate.waitMs(clock.now()), this.#outage.waitMs(clock.now()));
    if (waitMs === 0) return false;
    this.#cancelPause = clock.schedule(clock.now() + waitMs, () => {
      this.#cancelPause = undefined;
      this.#pump();
    });
    return true;
  }

  #goOn(): void {
    this.#cancelPause?.();
    this.#cancelPause = undefined;
    this.#queue.wake();
  }

  async #perform(row: SendRow): Promise<void> {
    this.#inFlight += 1;
    const { again, health } = await this.#options.perform(row);
    this.#inFlight -= 1;
    const isOver = this.#outage.learn(health);
    if (again === undefined) this.settle(row.key);
    else this.#queue.putBack(again);
    if (isOver && !this.#isStopped) this.#goOn();
  }

  #hasRoom(): boolean {
    return this.size < this.#options.sendsInMemory;
  }

  #hold(row: SendRow): void {
    this.#readUpTo = Math.max(this.#readUpTo, row.sequence);
    this.#queue.add(row);
  }

  async #readOn(): Promise<void> {
    const { clock, log } = this.#options;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isBehind && !this.#isStopped && this.#hasRoom()) await this.#readPage();
    } catch (error) {
      log.alert({ sentence: "Queued sends could not be read; they are tried again in a moment.", error });
      const retry = (): void => this.#begin(this.#readOn());
      this.#cancelRetry?.();
      if (!this.#isStopped) this.#cancelRetry = clock.schedule(clock.now() + hostLimits.backoffBaseMs, retry);
    } finally {
      this.#isReading = false;
    }
  }

  /** A page that is not full reaches the end, unless a send was left out of memory meanwhile. */
  async #readPage(): Promise<void> {
    const { appId, store, sendsInMemory } = this.#options;
    this.#readUpTo = Math.min(this.#readUpTo, this.#missedFrom - 1);
    this.#missedFrom = Infinity;
    this.#settledMeanwhile.clear();
    const limit = Math.min(hostLimits.sendsPerRead, sendsInMemory);
    const rows = await store.queuedSends({ after: this.#readUpTo, limit });
    for (const row of rows) {
      const isOurs = row.appId === appId && !this.#settledMeanwhile.has(row.key);
      if (isOurs && !this.#hasRoom()) return;
      if (isOurs) this.#hold(row);
      else this.#readUpTo = row.sequence;
    }
    this.#isBehind = rows.length === limit || this.#missedFrom < Infinity;
  }
}

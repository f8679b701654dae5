import type { Gateway } from "@parley/gateway";
import type { App, Clock } from "@parley/messaging";
import type { SendRow, Store } from "@parley/store";
import { type Attempt, attemptSend, failed, rowToRepeat, suspect } from "./attempt.ts";
import type { HostLog } from "./host-log.ts";
import { hostLimits } from "./limits.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";
import { SendQueue } from "./send-queue.ts";

/*
 * The outbox relay performs the sends that commits left behind.
 * 1. A send is attempted only after its commit, and its outcome is committed before it leaves the queue.
 * 2. The sends of a thread go out one after another, in order; threads take turns, and every app has a lane of its own.
 * 3. Policies are asked immediately before every attempt.
 * 4. Where nobody can tell whether the provider took a message, a receipt gets `reconcileAfterMs` to tell before anything is repeated.
 * 5. After a crash every queued send may have been under way, so 4 holds for all of them.
 */

export type RelayOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: HostLog;
  readonly appOf: (appId: string) => App | undefined;
  readonly gatewayOf: (app: App) => Gateway | undefined;
  readonly reconcileAfterMs: number;
  /** Commits how an attempt ended, as often as it takes. */
  readonly report: (key: string, attempt: Attempt) => Promise<void>;
};

/** `ambiguous` counts the times that nobody could tell whether the provider took a message. */
export type RelayStats = { readonly queued: number; readonly inFlight: number; readonly ambiguous: number };

type Lane = {
  readonly app: App;
  readonly queue: SendQueue;
  readonly rate: RateLimit;
  cancelPause: (() => void) | undefined;
};

export class Relay {
  readonly #options: RelayOptions;
  readonly #lanes = new Map<string, Lane>();
  readonly #lastInboundAt = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #abort = new AbortController();
  /** What the store holds and memory does not: while `isBehind`, sends above `readUpTo` are read from the store in pages. */
  readonly #backlog = { isBehind: true, isReading: false, readUpTo: 0, missedUpTo: 0, since: 0 };
  #isStopping = false;
  #ambiguous = 0;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  /** Reads what a former process left: the sends below `since`, the first sequence of this one. */
  async start(since: number): Promise<void> {
    this.#backlog.since = since;
    await this.#readOn();
  }

  /** Takes over sends that were just committed, in order. */
  add(rows: readonly SendRow[], lastInboundAt: number | undefined): void {
    const backlog = this.#backlog;
    for (const row of rows) {
      if (lastInboundAt !== undefined) rememberInbound(this.#lastInboundAt, row.threadId, lastInboundAt);
      if (this.#held() >= hostLimits.sendsInMemory) backlog.isBehind = true;
      if (backlog.isBehind) backlog.missedUpTo = row.sequence;
      else this.#hold(row);
    }
  }

  /** A send was decided, by its answer or by a receipt. */
  settle(key: string): void {
    for (const lane of this.#lanes.values()) lane.queue.remove(key);
    if (this.#backlog.isBehind) void this.#readOn();
  }

  /** Begins no attempt any more and waits for those under way. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    for (const { cancelPause } of this.#lanes.values()) cancelPause?.();
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    for (const { queue } of this.#lanes.values()) queue.close();
  }

  stats(): RelayStats {
    let inFlight = 0;
    for (const { queue } of this.#lanes.values()) inFlight += queue.inFlight;
    return { queued: this.#held(), inFlight, ambiguous: this.#ambiguous };
  }

  #laneOf(appId: string): Lane | undefined {
    const known = this.#lanes.get(appId);
    const app = this.#options.appOf(appId);
    if (known !== undefined || app === undefined) return known;
    const queue = new SendQueue(this.#options.clock, () => this.#pump(lane));
    const lane: Lane = { app, queue, rate: createRateLimit(app.settings.messagesPerSecond), cancelPause: undefined };
    this.#lanes.set(appId, lane);
    return lane;
  }

  #pump(lane: Lane): void {
    const { clock } = this.#options;
    while (!this.#isStopping && lane.cancelPause === undefined && lane.queue.inFlight < hostLimits.sendsInFlight) {
      const waitMs = lane.rate.waitMs(clock.now());
      if (waitMs > 0) {
        lane.cancelPause = clock.schedule(clock.now() + waitMs, () => {
          lane.cancelPause = undefined;
          this.#pump(lane);
        });
        return;
      }
      const row = lane.queue.take();
      if (row === undefined) return;
      lane.rate.take(clock.now());
      const attempt = this.#perform(lane, row).finally(() => {
        this.#underWay.delete(attempt);
        this.#pump(lane);
      });
      this.#underWay.add(attempt);
    }
  }

  async #perform(lane: Lane, row: SendRow): Promise<void> {
    const { log, clock, report } = this.#options;
    const attempt = await this.#attempt(lane, row);
    if (attempt.type === "again" && attempt.isAmbiguous) this.#ambiguous += 1;
    if (attempt.type !== "accepted") log.send({ key: row.key, appId: row.appId, attempts: row.attempts + 1, attempt });
    await report(row.key, attempt);
    if (attempt.type === "again") lane.queue.putBack(rowToRepeat(row, attempt, clock.now()));
    else this.settle(row.key);
  }

  async #attempt({ app }: Lane, row: SendRow): Promise<Attempt> {
    const { store, clock, log, random, reconcileAfterMs, gatewayOf } = this.#options;
    const gateway = gatewayOf(app);
    if (gateway === undefined) return failed(`The app ${app.id} has no gateway.`);
    let isHandedOver = false;
    try {
      return await attemptSend(row, {
        ...{ store, clock, gateway, app, random, reconcileAfterMs, signal: this.#abort.signal },
        lastInboundAt: this.#lastInboundAt.get(row.threadId),
        onHandOver: () => {
          isHandedOver = true;
        },
      });
    } catch (error) {
      log.alert({ sentence: "An attempt to send broke off.", error });
      const reason = error instanceof Error ? error.message : String(error);
      if (isHandedOver) return failed(`The gateway adapter broke off: ${reason}`);
      return { type: "again", at: clock.now() + hostLimits.backoffBaseMs, isAmbiguous: false, reason };
    }
  }

  /**
   * Reads on in the store while it holds sends that memory had no room for. What was committed before a page was read is in it, so the end is
   * reached by a page that is not full when nothing was missed meanwhile.
   */
  async #readOn(): Promise<void> {
    const { store, clock, log } = this.#options;
    const backlog = this.#backlog;
    if (backlog.isReading || this.#held() > hostLimits.sendsInMemory / 2) return;
    backlog.isReading = true;
    try {
      while (backlog.isBehind && !this.#isStopping && this.#held() < hostLimits.sendsInMemory) {
        const { missedUpTo } = backlog;
        const rows = await store.queuedSends({ after: backlog.readUpTo, limit: hostLimits.sendsPerRead });
        for (const row of rows) this.#hold(row);
        if (rows.length < hostLimits.sendsPerRead && backlog.missedUpTo === missedUpTo) backlog.isBehind = false;
      }
    } catch (error) {
      log.alert({ sentence: "Queued sends could not be read; they are tried again in a moment.", error });
      clock.schedule(clock.now() + hostLimits.backoffBaseMs, () => void this.#readOn());
    } finally {
      backlog.isReading = false;
    }
  }

  #hold(row: SendRow): void {
    const { store, clock, log, reconcileAfterMs } = this.#options;
    this.#backlog.readUpTo = Math.max(this.#backlog.readUpTo, row.sequence);
    const lane = this.#laneOf(row.appId);
    if (lane === undefined) {
      log.alert({ sentence: `A send waits for the app ${row.appId}, which does not exist.` });
      return;
    }
    const isSuspect = row.sequence < this.#backlog.since && !store.wasClosedCleanly;
    if (isSuspect) this.#ambiguous += 1;
    lane.queue.add(isSuspect ? suspect(row, clock.now(), reconcileAfterMs) : row);
  }

  #held(): number {
    let sum = 0;
    for (const { queue } of this.#lanes.values()) sum += queue.size;
    return sum;
  }
}

/** When the contacts of threads that send last wrote: a hint that saves reading, bounded by forgetting all. */
function rememberInbound(times: Map<string, number>, threadId: string, at: number): void {
  if (times.size > hostLimits.sendsInMemory) times.clear();
  times.set(threadId, at);
}

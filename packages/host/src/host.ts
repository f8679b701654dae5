import type { Signal } from "@parley/engine";
import type { Gateway } from "@parley/gateway";
import type { TaskAnswer } from "@parley/flow";
import { type App, type Clock, hasReceipts, sleep } from "@parley/messaging";
import type { Performer } from "@parley/performer";
import { type CommitUnit, type SendRow, type Store, StoreError, type TaskRow, type TimerRow } from "@parley/store";
import { askStarts } from "./ask-starts.ts";
import { type CompiledFlows, createCompiledFlows } from "./compiled-flows.ts";
import { EventLoop } from "./event-loop.ts";
import { createForgetting, type Forgetting } from "./forgetting.ts";
import type { QueueLimits } from "./event-queue.ts";
import { HostError } from "./host-error.ts";
import type { HostEvent, InternalEvent } from "./host-event.ts";
import { harmless, type HostLog } from "./host-log.ts";
import { hostLimits } from "./limits.ts";
import { Poster } from "./poster.ts";
import { Relay, type RelayStats } from "./relay.ts";
import { createTimers, type Timers } from "./timers.ts";
import { Worker } from "./worker.ts";

/*
 * The host keeps the engine's promises.
 * 1. `deliver` resolves only when its events, and all that followed from them, are committed; what rejects has not happened, or of what concerns
 *    several contacts only a part, which is not done again when it is delivered again.
 * 2. Events of a thread are handled one at a time, and the messages of a contact as they came.
 * 3. Effects are performed after the commit that decided them.
 * 4. After a crash every queued send may have been under way, so a receipt gets its time before any of them is attempted. A queued task is done
 *    again, under the same key.
 */

export type HostOptions = {
  readonly store: Store;
  readonly clock: Clock;
  /** From 0 up to 1; for jitter and thread ids. */
  readonly random: () => number;
  readonly log: HostLog;
  readonly appOf: (appId: string) => App | undefined;
  readonly gatewayOf: (app: App) => Gateway | undefined;
  /** Does the work that nodes ask of the world, which fails without it, and posts delivery reports to notify URLs, which stay owed without it. */
  readonly performer?: Performer | undefined;
  /** How long a receipt may tell of a send of which nobody knows whether the provider took it. */
  readonly reconcileAfterMs: number;
  /** Sends of one app that memory holds, 5,000 unless given; the rest waits in the store. */
  readonly sendsInMemory?: number;
  /** Attempts before a send that is refused for the moment is given up, 240 unless given. */
  readonly sendAttempts?: number;
  /** How many events are taken at once and may wait, those of `hostLimits` unless given. */
  readonly queueLimits?: QueueLimits;
};

export type HostStats = RelayStats & {
  /** Events that wait for their turn. */
  readonly waiting: number;
  /** Events taken since the start. */
  readonly taken: number;
  /** Reports that are being posted to notify URLs. */
  readonly posting: number;
  /** Tasks under way. */
  readonly working: number;
};

/** What came of a signal. */
export type SignalOutcome = {
  /** Conversations that it began, and that it resumed; none of a signal that was taken before. */
  readonly started: number;
  readonly resumed: number;
  /** Why it did not begin what it could have begun, in sentences for whoever called. */
  readonly problems: readonly string[];
};

export class Host {
  readonly #options: HostOptions;
  readonly #flows: CompiledFlows;
  readonly #loop: EventLoop;
  readonly #relay: Relay;
  readonly #timers: Timers;
  readonly #poster: Poster | undefined;
  readonly #worker: Worker;
  readonly #forgetting: Forgetting;
  /** Sends that a former process may have made; each is counted once, however often a start is attempted. */
  readonly #suspected = new Set<string>();
  #isStopping = false;

  constructor(options: HostOptions) {
    const log = harmless(options.log);
    const { store, clock, random, queueLimits, appOf, performer } = options;
    this.#options = options;
    this.#flows = createCompiledFlows({ store, log });
    const onCommitted = (units: readonly CommitUnit[]): void => this.#perform(units);
    this.#loop = new EventLoop({ store, clock, random, log, appOf, flows: this.#flows, queueLimits, onCommitted });
    this.#relay = new Relay({
      ...options,
      log,
      report: (key, attempt) => this.#report({ type: "attempt", key, attempt }),
    });
    this.#timers = createTimers({ store, clock, log, fire: (due) => this.#fire(due) });
    this.#poster = performer && new Poster({ store, clock, log, performer });
    const reportTask = (row: TaskRow, answer: TaskAnswer): Promise<void> =>
      this.#report({ type: "task-answer", row, answer });
    this.#worker = new Worker({ store, clock, log, performer, report: reportTask });
    this.#forgetting = createForgetting({ store, clock, log });
  }

  /**
   * Begins timers and sends, those of a former process included; events are delivered only afterwards. Rejects when the store cannot be read
   * or written; then nothing has begun, and it may be called again.
   */
  async start(): Promise<void> {
    const { store } = this.#options;
    await this.#flows.reload();
    this.#loop.continueAfter(await store.lastQueuedSequence());
    if (!store.wasClosedCleanly) await this.#readQueued((rows) => this.#suspect(rows));
    await store.markRecovered();
    await this.#readQueued((rows) => this.#relay.add(rows));
    this.#suspected.clear();
    this.#timers.start();
    this.#poster?.start();
    this.#worker.start();
    this.#forgetting.start();
  }

  /**
   * Takes events, those of a contact in order. Rejects with `HostError` when any was not taken; all may be delivered again, as duplicates are
   * dropped. It is `overloaded`, and none was taken, when too many wait: in all, of an app or of a contact.
   */
  async deliver(events: readonly HostEvent[]): Promise<void> {
    await this.#take(events);
  }

  /**
   * Takes what happened outside the channel: resumes the conversations that wait for it, and begins those of flows whose Start names it, on an app that must
   * be named where there are several. A signal is taken once by its id, and may be told again: always when this rejects, with `HostError` as
   * `deliver` does or because the store cannot be read.
   */
  async signal(signal: Signal, { appId }: { readonly appId?: string | undefined } = {}): Promise<SignalOutcome> {
    const { store, appOf, log } = this.#options;
    if (appId !== undefined && appOf(appId) === undefined)
      return { started: 0, resumed: 0, problems: [`There is no app ${JSON.stringify(appId)}.`] };
    const flows = this.#flows.live();
    const { triggers, problems } = await askStarts(signal, { store, appOf, log: harmless(log), flows, appId });
    // One after the other: what the signal begins must not be resumed by it.
    const resumed = await this.#take([{ type: "signal", signal }]);
    return { resumed, started: await this.#take(triggers), problems };
  }

  /** Reads which flows are live: after a Make Live. */
  reloadFlows(): Promise<void> {
    return this.#flows.reload();
  }

  /** Takes no new events, finishes those it has and the sends under way; the rest stays in the store, which may be closed afterwards. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all([this.#relay.stop(), this.#worker.stop(), this.#timers.stop(), this.#forgetting.stop()]);
    await this.#loop.idle();
    await this.#poster?.stop();
  }

  stats(): HostStats {
    const posting = this.#poster?.inFlight ?? 0;
    return {
      ...this.#relay.stats(),
      waiting: this.#loop.waiting,
      taken: this.#loop.taken,
      posting,
      working: this.#worker.inFlight,
    };
  }

  /** Says how many conversations the events began and resumed. */
  async #take(events: readonly HostEvent[]): Promise<number> {
    if (this.#isStopping) throw new HostError("stopping");
    if (!this.#loop.hasRoomFor(events)) throw new HostError("overloaded");
    const call = {};
    const results = await Promise.allSettled(events.map((event) => this.#loop.take(event, call)));
    const failure = results.find((result) => result.status === "rejected");
    if (failure !== undefined) throw failure.reason;
    return results.reduce((sum, result) => sum + (result.status === "fulfilled" ? result.value : 0), 0);
  }

  /** Reads all sends that are queued, page by page. */
  async #readQueued(take: (rows: readonly SendRow[]) => void | Promise<void>): Promise<void> {
    const limit = hostLimits.sendsPerRead;
    for (let after = 0, isEnd = false; !isEnd; ) {
      const rows = await this.#options.store.queuedSends({ after, limit });
      await take(rows);
      after = rows.at(-1)?.sequence ?? after;
      isEnd = rows.length < limit;
    }
  }

  /** Stored, so that a suspicion outlives the next stop, be it a clean one. What has no receipts is under none: it may be repeated. */
  async #suspect(queued: readonly SendRow[]): Promise<void> {
    const rows = queued.filter(({ request }) => hasReceipts(request.message));
    const until = this.#options.clock.now() + this.#options.reconcileAfterMs;
    await Promise.all(rows.map(({ key }) => this.#loop.take({ type: "suspect-send", key, until })));
    const known = this.#suspected.size;
    for (const { key } of rows) this.#suspected.add(key);
    this.#relay.countAmbiguous(this.#suspected.size - known);
  }

  /** Begins what commits have decided: new sends in the order of their sequence, which units need not keep. */
  #perform(units: readonly CommitUnit[]): void {
    const sends = units.flatMap((unit) => unit.sends ?? []);
    const fresh = sends.filter(isNew).toSorted((left, right) => left.sequence - right.sequence);
    for (const { thread, sends = [] } of units) {
      if (thread !== undefined && sends.some(isNew)) this.#relay.rememberInbound(thread.state);
    }
    this.#relay.add(fresh);
    for (const row of sends) if (row.state !== "queued") this.#relay.settle(row);
    this.#worker.add(units.flatMap(({ tasks = [] }) => tasks.filter(({ state }) => state === "queued")));
    for (const { setTimers = [] } of units) for (const { firesAt } of setTimers) this.#timers.notice(firesAt);
    for (const { posts = [] } of units) for (const { nextAttemptAt } of posts) this.#poster?.notice(nextAttemptAt);
  }

  /** Takes what came of an attempt or a task, as often as it needs: what the world has done must not be forgotten. */
  async #report(event: Extract<InternalEvent, { type: "attempt" | "task-answer" }>): Promise<void> {
    for (let waitMs: number = hostLimits.backoffBaseMs; ; waitMs = Math.min(waitMs * 2, hostLimits.backoffMaxMs)) {
      try {
        await this.#loop.take(event);
        return;
      } catch {
        await sleep(this.#options.clock, waitMs);
      }
    }
  }

  /** A timer that cannot be taken is postponed, so that it cannot keep the others from firing. Rejects when the store fails. */
  async #fire(due: readonly TimerRow[]): Promise<void> {
    const results = await Promise.allSettled(due.map((timer) => this.#loop.take({ type: "timer", timer })));
    const errors = results.map((result) => (result.status === "rejected" ? (result.reason as HostError) : undefined));
    const failure = errors.find((error) => error?.cause instanceof StoreError);
    if (failure !== undefined) throw failure;
    const firesAt = this.#options.clock.now() + hostLimits.timerPostponedMs;
    const stuck = due.filter((_, index) => errors[index] !== undefined);
    await Promise.all(stuck.map((timer) => this.#loop.take({ type: "postpone-timer", timer, firesAt })));
  }
}

/** Whether a send was never attempted, nor under suspicion of it. */
function isNew({ state, attempts, ambiguousSince }: SendRow): boolean {
  return state === "queued" && attempts === 0 && ambiguousSince === undefined;
}

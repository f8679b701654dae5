import type { Gateway } from "@parley/gateway";
import { type App, assertNever, type Clock, messagingLimits } from "@parley/messaging";
import type { SendRow, Store, Thread } from "@parley/store";
import { type Attempt, attemptSend, failed, rowToRepeat } from "./attempt.ts";
import type { HostLog } from "./host-log.ts";
import { Lane, type Performed } from "./lane.ts";
import { LastInbound } from "./last-inbound.ts";
import { hostLimits } from "./limits.ts";
import type { GatewayHealth } from "./outage.ts";

/*
 * The outbox relay performs the sends that commits left behind.
 * 1. A send is attempted only after its commit, and its outcome is committed before it leaves the queue.
 * 2. The sends of a thread go out one after another, in order; threads take turns, and every app has a lane of its own.
 * 3. Policies are asked immediately before every attempt.
 * 4. Where nobody can tell whether the provider took a message, a receipt gets `reconcileAfterMs` to tell before anything is repeated.
 */

export type RelayOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: HostLog;
  readonly appOf: (appId: string) => App | undefined;
  readonly gatewayOf: (app: App) => Gateway | undefined;
  readonly reconcileAfterMs: number;
  readonly sendsInMemory?: number | undefined;
  readonly sendAttempts?: number | undefined;
  /** Commits how an attempt ended, as often as it takes. */
  readonly report: (key: string, attempt: Attempt) => Promise<void>;
};

/**
 * `queued` counts the sends in memory; `ambiguous` the times that an answer did not tell whether the provider took the message, and the
 * sends that a crash left so.
 */
export type RelayStats = { readonly queued: number; readonly inFlight: number; readonly ambiguous: number };

export class Relay {
  readonly #options: RelayOptions;
  readonly #lanes = new Map<string, Lane>();
  readonly #lastInbound = new LastInbound();
  readonly #abort = new AbortController();
  #isStopped = false;
  #ambiguous = 0;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  /** Takes over sends that are stored, in the order of their sequence. */
  add(rows: readonly SendRow[]): void {
    if (this.#isStopped) return;
    for (const row of rows) this.#laneOf(row.appId).add(row);
  }

  /** A send was decided, by its answer or by a receipt. */
  settle({ appId, key }: SendRow): void {
    this.#lanes.get(appId)?.settle(key);
  }

  /** What is known of the contact of a thread that sends. */
  rememberInbound(thread: Thread): void {
    this.#lastInbound.remember(thread);
  }

  countAmbiguous(count: number): void {
    this.#ambiguous += count;
  }

  /** Begins no attempt any more and waits for those under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([...this.#lanes.values()].map((lane) => lane.stop()));
  }

  stats(): RelayStats {
    const lanes = [...this.#lanes.values()];
    const queued = lanes.reduce((sum, { size }) => sum + size, 0);
    return { queued, inFlight: lanes.reduce((sum, { inFlight }) => sum + inFlight, 0), ambiguous: this.#ambiguous };
  }

  #laneOf(appId: string): Lane {
    const known = this.#lanes.get(appId);
    if (known !== undefined) return known;
    const { store, clock, log, appOf, sendsInMemory = hostLimits.sendsInMemory } = this.#options;
    const lane = new Lane({
      ...{ appId, store, clock, log, sendsInMemory },
      perSecond: () => appOf(appId)?.settings.messagesPerSecond ?? messagingLimits.messagesPerSecond,
      perform: (row) => this.#perform(row),
    });
    this.#lanes.set(appId, lane);
    return lane;
  }

  async #perform(row: SendRow): Promise<Performed> {
    const { log, clock, report } = this.#options;
    const progress = { isHandedOver: false };
    const attempt = await this.#attempt(row, progress);
    if (attempt.type === "again" && attempt.isAmbiguous) this.countAmbiguous(1);
    if (attempt.type !== "accepted") log.send({ key: row.key, appId: row.appId, attempts: row.attempts + 1, attempt });
    await report(row.key, attempt);
    const again = attempt.type === "again" ? rowToRepeat(row, attempt, clock.now()) : undefined;
    return { again, health: progress.isHandedOver ? healthOf(attempt) : undefined };
  }

  async #attempt(row: SendRow, progress: { isHandedOver: boolean }): Promise<Attempt> {
    const { store, clock, log, random, reconcileAfterMs, sendAttempts, appOf, gatewayOf } = this.#options;
    try {
      const app = appOf(row.appId);
      if (app === undefined) return failed(`There is no app ${row.appId}.`);
      const gateway = gatewayOf(app);
      if (gateway === undefined) return failed(`The app ${app.id} has no gateway.`);
      return await attemptSend(row, {
        ...{ store, clock, gateway, app, random, reconcileAfterMs, sendAttempts, signal: this.#abort.signal },
        lastInboundOf: (contact) => this.#lastInbound.of(row.appId, contact),
        onHandOver: () => {
          progress.isHandedOver = true;
        },
      });
    } catch (error) {
      log.alert({ sentence: "An attempt to send broke off.", error });
      const reason = error instanceof Error ? error.message : String(error);
      if (progress.isHandedOver) return failed(`The gateway adapter broke off: ${reason}`);
      return { type: "again", at: clock.now() + hostLimits.backoffBaseMs, isAmbiguous: false, reason };
    }
  }
}

/** What an attempt for which the gateway was asked shows of it. A refusal that carries the provider's error is an answer as good as any. */
function healthOf(attempt: Attempt): GatewayHealth {
  switch (attempt.type) {
    case "accepted":
      return "answers";
    case "again":
      return "fails";
    case "refused":
    case "failed":
      return attempt.refusal.error === undefined ? undefined : "answers";
    default:
      return assertNever(attempt);
  }
}

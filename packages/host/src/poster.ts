import { type Clock, sleep } from "@parley/messaging";
import type { Performer, PostAnswer } from "@parley/performer";
import type { PostRow, Store } from "@parley/store";
import type { HostLog } from "./host-log.ts";
import { hostLimits } from "./limits.ts";

export type PosterOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: HostLog;
  readonly performer: Performer;
};

/**
 * The poster tells customers' URLs what became of sends.
 * 1. A post is made after the commit that owes it, and stays owed until what came of it is committed: it may be made twice, never not at all.
 * 2. Nothing waits for it, and one that does not succeed is made again a few times, and then given up with an alert.
 * 3. No place can take all of the room: only some go to one at once, and those that find no room there do not stand before the others.
 */
export class Poster {
  readonly #options: PosterOptions;
  readonly #underWay = new Map<string, { readonly origin: string; readonly done: Promise<void> }>();
  /** Never aborted: a post ends by itself soon enough for a stop to wait for it. */
  readonly #signal = new AbortController().signal;
  #wakesAt = Number.POSITIVE_INFINITY;
  #cancelWake: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #isStopped = false;
  /** Whether a wake came that no run has looked after yet. */
  #isWoken = false;

  constructor(options: PosterOptions) {
    this.#options = options;
  }

  /** Posts under way. */
  get inFlight(): number {
    return this.#underWay.size;
  }

  /** Begins with what the store holds. */
  start(): void {
    this.notice(this.#options.clock.now());
  }

  /** A post was committed, to be made at a time. A wake that is overdue is asked for again: the clock was set on, and it would come too late. */
  notice(at: number): void {
    const { clock } = this.#options;
    const now = clock.now();
    if (this.#isStopped || (at >= this.#wakesAt && this.#wakesAt > now)) return;
    if (at <= now) {
      this.#wake();
      return;
    }
    this.#cancelWake?.();
    this.#wakesAt = Math.min(at, this.#wakesAt);
    this.#cancelWake = clock.schedule(Math.min(this.#wakesAt, now + hostLimits.timerSleepMs), () => this.#wake());
  }

  /** Begins no more, and waits for those under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelWake?.();
    await this.#running;
    await Promise.all([...this.#underWay.values()].map(({ done }) => done));
  }

  #wake(): void {
    this.#cancelWake?.();
    this.#cancelWake = undefined;
    this.#wakesAt = Number.POSITIVE_INFINITY;
    this.#isWoken = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#isWoken && !this.#isStopped) this.#wake();
    });
  }

  async #run(): Promise<void> {
    const { store, clock, log } = this.#options;
    this.#isWoken = false;
    try {
      while (!this.#isStopped && (await this.#beginDue()));
      // Whatever is under way wakes this again as it ends.
      if (this.inFlight === 0) this.notice((await store.nextPostAt()) ?? Number.POSITIVE_INFINITY);
    } catch (error) {
      log.alert({ sentence: "Reports could not be posted; trying again in a moment.", error });
      this.notice(clock.now() + hostLimits.backoffBaseMs);
    }
  }

  /** Begins what is due and finds room. Says whether more may be due behind it. */
  async #beginDue(): Promise<boolean> {
    const { store, clock } = this.#options;
    const limit = hostLimits.postsPerRead;
    const due = await store.duePosts({ until: clock.now(), limit });
    if (this.#isStopped) return false;
    const left = due.filter((row) => !this.#underWay.has(row.id) && !this.#begin(row));
    if (due.length < limit || left.length === 0 || this.inFlight >= hostLimits.postsInFlight) return false;
    await this.#putOff(left);
    return true;
  }

  /** Begins a post; false where there is no room for it. */
  #begin(row: PostRow): boolean {
    const origin = originOf(row.url);
    const toOrigin = [...this.#underWay.values()].filter((one) => one.origin === origin).length;
    if (this.inFlight >= hostLimits.postsInFlight || toOrigin >= hostLimits.postsInFlightPerOrigin) return false;
    const done = this.#perform(row).finally(() => {
      this.#underWay.delete(row.id);
      this.notice(this.#options.clock.now());
    });
    this.#underWay.set(row.id, { origin, done });
    return true;
  }

  /** What waits for room at a slow place must not hide what is due behind it. */
  async #putOff(rows: readonly PostRow[]): Promise<void> {
    const nextAttemptAt = this.#options.clock.now() + hostLimits.postPutOffMs;
    await this.#write(rows.map((row) => ({ ...row, nextAttemptAt })));
  }

  async #perform(row: PostRow): Promise<void> {
    const { clock, log } = this.#options;
    const next = rowAfter(row, await this.#ask(row), clock.now());
    const isSaved = await this.#save(next);
    if (isSaved && next.state === "failed")
      log.alert({ sentence: `A report to ${originOf(row.url)} was given up. ${next.reason ?? ""}`.trim() });
  }

  async #ask({ url, body }: PostRow): Promise<PostAnswer> {
    const { performer, log } = this.#options;
    const headers = { "content-type": "application/json", "user-agent": "Parley" };
    try {
      return await performer.post({ url, headers, body: JSON.stringify(body) }, this.#signal);
    } catch (error) {
      log.alert({ sentence: "A performer broke off a post.", error });
      return { type: "failed", reason: "The performer broke off." };
    }
  }

  /** As often as it needs; after a stop the next process posts again what this one could not write down. */
  async #save(row: PostRow): Promise<boolean> {
    const { clock, log } = this.#options;
    for (let waitMs: number = hostLimits.backoffBaseMs; ; waitMs = Math.min(waitMs * 2, hostLimits.backoffMaxMs)) {
      try {
        await this.#write([row]);
        return true;
      } catch (error) {
        if (this.#isStopped) return false;
        log.alert({ sentence: "What came of a report could not be written down; trying again in a moment.", error });
        await sleep(clock, waitMs);
      }
    }
  }

  async #write(posts: readonly PostRow[]): Promise<void> {
    const [result] = await this.#options.store.commit([{ posts }]);
    if (result?.type === "failed") throw new Error(result.reason);
  }
}

/** A post after an answer. Every answer but a 2xx is a failure that may pass; what is forbidden stays so. */
function rowAfter(row: PostRow, answer: PostAnswer, now: number): PostRow {
  const attempts = row.attempts + 1;
  const isDone = answer.type === "answered" && answer.status >= 200 && answer.status < 300;
  if (isDone) return { ...row, state: "done", attempts, reason: undefined };
  const reason = answer.type === "answered" ? `The answer was HTTP ${answer.status}.` : answer.reason;
  const waitMs = answer.type === "forbidden" ? undefined : hostLimits.postRetryAfterMs[row.attempts];
  if (waitMs === undefined) return { ...row, state: "failed", attempts, reason };
  return { ...row, attempts, reason, nextAttemptAt: now + waitMs };
}

/** What may be said of a URL: what is behind the host's name may hold a secret. */
function originOf(url: string): string {
  return URL.parse(url)?.origin ?? "a text that is no URL";
}

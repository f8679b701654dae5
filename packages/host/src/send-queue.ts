import type { Clock } from "@parley/messaging";
import type { SendRow } from "@parley/store";

/** A thread's sends in order. Only the first may be attempted, and while it waits all wait: that keeps the order. */
type Line = { readonly rows: SendRow[]; underWay: string | undefined; cancelWake: (() => void) | undefined };

/**
 * The sends of one app in memory: in order within a thread, in turn between threads. One that expires while it waits need not wait for its
 * turn, because it will not be sent.
 */
export class SendQueue {
  readonly #clock: Clock;
  readonly #onReady: () => void;
  readonly #lines = new Map<string, Line>();
  /** The threads whose first send is due, and those that have an expired one. */
  readonly #due = new Set<string>();
  readonly #expired = new Set<string>();
  readonly #threadByKey = new Map<string, string>();
  #isClosed = false;

  /** `onReady` is called when `take` or `takeExpired` may have become possible. */
  constructor(clock: Clock, onReady: () => void) {
    this.#clock = clock;
    this.#onReady = onReady;
  }

  /** How many sends are held. */
  get size(): number {
    return this.#threadByKey.size;
  }

  /** Adds a send behind those of its thread; one that is held already is left as it is. */
  add(row: SendRow): void {
    if (this.#threadByKey.has(row.key)) return;
    this.#threadByKey.set(row.key, row.threadId);
    const line = this.#lines.get(row.threadId) ?? { rows: [], underWay: undefined, cancelWake: undefined };
    this.#lines.set(row.threadId, line);
    line.rows.push(row);
    this.#settle(row.threadId, line);
  }

  /** The first send of the thread whose turn it is; under way until `putBack` or `remove`. */
  take(): SendRow | undefined {
    const [threadId] = this.#due;
    return this.#take(threadId, (line) => line.rows[0]);
  }

  /** A send whose time has run out; under way until `putBack` or `remove`. */
  takeExpired(): SendRow | undefined {
    const [threadId] = this.#expired;
    return this.#take(threadId, (line) => line.rows.find((row) => expiryOf(row) <= this.#clock.now()));
  }

  /** A send that was under way and must be attempted again when it is due. */
  putBack(row: SendRow): void {
    const line = this.#lines.get(row.threadId);
    if (line?.underWay !== row.key) return;
    const index = line.rows.findIndex(({ key }) => key === row.key);
    line.rows[index] = row;
    line.underWay = undefined;
    this.#settle(row.threadId, line);
  }

  /** A send that is decided leaves, whether under way or not. */
  remove(key: string): void {
    const threadId = this.#threadByKey.get(key);
    const line = threadId === undefined ? undefined : this.#lines.get(threadId);
    if (threadId === undefined || line === undefined) return;
    this.#threadByKey.delete(key);
    line.rows.splice(
      line.rows.findIndex((row) => row.key === key),
      1,
    );
    if (line.underWay === key) line.underWay = undefined;
    this.#settle(threadId, line);
  }

  /**
   * Makes due what was put off, and gives it before all that is due already: it has waited longer. A send that may have been taken goes on
   * waiting for its receipt.
   */
  wake(): void {
    const now = this.#clock.now();
    const due = [...this.#due];
    this.#due.clear();
    for (const [threadId, line] of this.#lines) {
      const [first] = line.rows;
      if (first === undefined || first.ambiguousSince !== undefined || first.nextAttemptAt <= now) continue;
      line.rows[0] = { ...first, nextAttemptAt: now };
      this.#settle(threadId, line);
    }
    for (const threadId of due) {
      const line = this.#lines.get(threadId);
      if (line !== undefined) this.#settle(threadId, line);
    }
  }

  /** Gives out no more and wakes no more. */
  close(): void {
    this.#isClosed = true;
    this.#due.clear();
    this.#expired.clear();
    for (const line of this.#lines.values()) line.cancelWake?.();
  }

  #take(threadId: string | undefined, choose: (line: Line) => SendRow | undefined): SendRow | undefined {
    const line = threadId === undefined ? undefined : this.#lines.get(threadId);
    if (threadId === undefined || line === undefined) return undefined;
    const row = choose(line);
    line.underWay = row?.key;
    this.#settle(threadId, line);
    return row;
  }

  /** Finds out what a thread's line may do now, and when that changes. */
  #settle(threadId: string, line: Line): void {
    line.cancelWake?.();
    line.cancelWake = undefined;
    const now = this.#clock.now();
    const [first] = line.rows;
    const isIdle = line.underWay === undefined && first !== undefined && !this.#isClosed;
    const isDue = isIdle && first.nextAttemptAt <= now;
    const soonestExpiry = line.rows.reduce((soonest, row) => Math.min(soonest, expiryOf(row)), Infinity);
    const isExpired = isIdle && soonestExpiry <= now;
    mark(this.#due, threadId, isDue && !isExpired);
    mark(this.#expired, threadId, isExpired);
    if (first === undefined) this.#lines.delete(threadId);
    if (isIdle && !isExpired) this.#wakeAt(isDue ? soonestExpiry : Math.min(soonestExpiry, first.nextAttemptAt), line);
    if (isDue || isExpired) this.#onReady();
  }

  #wakeAt(at: number, line: Line): void {
    const [first] = line.rows;
    if (first === undefined || at === Infinity) return;
    line.cancelWake = this.#clock.schedule(at, () => this.#settle(first.threadId, line));
  }
}

/** A send that may have been taken does not expire: it waits for its receipt. */
function expiryOf({ ambiguousSince, request: { expiresAt } }: SendRow): number {
  return ambiguousSince === undefined && expiresAt !== undefined ? expiresAt : Infinity;
}

/** One that stays keeps its place. */
function mark(set: Set<string>, threadId: string, isIn: boolean): void {
  if (isIn) set.add(threadId);
  else set.delete(threadId);
}

import type { Clock } from "@parley/messaging";
import type { SendRow } from "@parley/store";

/** A thread's sends in order. Only the first may be under way, and while it waits all wait: that keeps the order. */
type Line = { readonly rows: SendRow[]; isUnderWay: boolean; cancelWake: (() => void) | undefined };

/** The sends of one app in memory: in order within a thread, in turn between threads. */
export class SendQueue {
  readonly #clock: Clock;
  readonly #onReady: () => void;
  readonly #lines = new Map<string, Line>();
  readonly #ready = new Set<string>();
  readonly #threadByKey = new Map<string, string>();
  #inFlight = 0;

  /** `onReady` is called when `take` may have become possible. */
  constructor(clock: Clock, onReady: () => void) {
    this.#clock = clock;
    this.#onReady = onReady;
  }

  /** How many sends are held. */
  get size(): number {
    return this.#threadByKey.size;
  }

  /** How many of them are under way. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** Adds a send behind those of its thread; one that is held already is left as it is. */
  add(row: SendRow): void {
    if (this.#threadByKey.has(row.key)) return;
    this.#threadByKey.set(row.key, row.threadId);
    const line = this.#lines.get(row.threadId);
    if (line !== undefined) {
      line.rows.push(row);
      return;
    }
    const fresh: Line = { rows: [row], isUnderWay: false, cancelWake: undefined };
    this.#lines.set(row.threadId, fresh);
    this.#settle(row.threadId, fresh);
  }

  /** The first send of the thread whose turn it is; under way until `putBack` or `remove`. */
  take(): SendRow | undefined {
    const [threadId] = this.#ready;
    const line = threadId === undefined ? undefined : this.#lines.get(threadId);
    if (threadId === undefined || line === undefined) return undefined;
    this.#ready.delete(threadId);
    line.isUnderWay = true;
    this.#inFlight += 1;
    return line.rows[0];
  }

  /** A send that was under way and must be attempted again when it is due. */
  putBack(row: SendRow): void {
    const line = this.#lines.get(row.threadId);
    if (line?.isUnderWay !== true || line.rows[0]?.key !== row.key) return;
    line.rows[0] = row;
    this.#land(line);
    this.#settle(row.threadId, line);
  }

  /** A send that is decided leaves, whether under way or not. */
  remove(key: string): void {
    const threadId = this.#threadByKey.get(key);
    const line = threadId === undefined ? undefined : this.#lines.get(threadId);
    if (threadId === undefined || line === undefined) return;
    this.#threadByKey.delete(key);
    const index = line.rows.findIndex((row) => row.key === key);
    if (index === 0) this.#land(line);
    line.rows.splice(index, 1);
    this.#settle(threadId, line);
  }

  /** Wakes no more. */
  close(): void {
    for (const line of this.#lines.values()) line.cancelWake?.();
  }

  #settle(threadId: string, line: Line): void {
    line.cancelWake?.();
    line.cancelWake = undefined;
    this.#ready.delete(threadId);
    const [first] = line.rows;
    if (first === undefined) this.#lines.delete(threadId);
    else if (line.isUnderWay) return;
    else if (dueAt(first) <= this.#clock.now()) {
      this.#ready.add(threadId);
      this.#onReady();
    } else line.cancelWake = this.#clock.schedule(dueAt(first), () => this.#settle(threadId, line));
  }

  #land(line: Line): void {
    if (line.isUnderWay) this.#inFlight -= 1;
    line.isUnderWay = false;
  }
}

/** A send that would expire before its next attempt is looked at when it expires; one that may have been taken waits its time out. */
function dueAt({ nextAttemptAt, ambiguousSince, request: { expiresAt } }: SendRow): number {
  return ambiguousSince !== undefined || expiresAt === undefined ? nextAttemptAt : Math.min(nextAttemptAt, expiresAt);
}

import type { Clock } from "@parley/messaging";
import { setImmediate as nextTurn } from "node:timers/promises";

/*
 * Time and the outside world of simulated processes.
 *
 * 1. Every call that a process makes to the world waits here until the simulation performs it, in an order drawn from a seed; but calls to
 *    the store take effect in the order in which they are made, as its port promises.
 * 2. A crash lets the calls and timers of the process vanish; a call may have been performed before, its answer lost.
 * 3. Time moves only when the simulation moves it. The clock that processes see may be set besides; what they have scheduled comes after as
 *    long as before.
 */

/** A call to the world that waits to be performed. Calls of one line are performed in order, those of several in any. */
type Call = {
  readonly line: string;
  readonly perform: () => Promise<() => void>;
};

/** Makes a call to the world. */
export type CallWorld = <Value>(line: string, perform: () => Promise<Value>) => Promise<Value>;

type Timer = { readonly atMs: number; readonly order: number; readonly callback: () => void };

/** When the next crash strikes: at the call counted down to, before or after it is performed. */
export type CrashTrap = { readonly afterCalls: number; readonly isPerformed: boolean };

/** The process makes calls without end. */
export class RestlessError extends Error {
  override readonly name = "RestlessError";
}

/** Far more than any step of a scenario needs. */
const callsWithoutRest = 5_000;
/** Far more than fall due at one moment. */
const timersWithoutRest = 1_000;

export class ProcessWorld {
  readonly #random: () => number;
  #now: number;
  #process = 0;
  #order = 0;
  #calls: Call[] = [];
  #timers: Timer[] = [];
  #traps: { callsLeft: number; readonly isPerformed: boolean }[] = [];
  #clockShiftMs = 0;

  constructor(random: () => number, startAtMs: number) {
    this.#random = random;
    this.#now = startAtMs;
  }

  /** How much time it is; only grows. */
  get now(): number {
    return this.#now;
  }

  /** What the clock of processes shows. */
  get clockNow(): number {
    return this.#now + this.#clockShiftMs;
  }

  /** Sets the clock of processes on, or back. */
  setClock(byMs: number): void {
    this.#clockShiftMs += byMs;
  }

  /** The timers that the process still has. */
  get pendingTimers(): number {
    return this.#timers.length;
  }

  /** Begins a process and gives its clock and the wrapper of its calls. */
  begin(): { readonly clock: Clock; readonly call: CallWorld } {
    this.#process += 1;
    const process = this.#process;
    const clock: Clock = {
      now: () => this.clockNow,
      schedule: (atMs, callback) => {
        const timer: Timer = { atMs: atMs - this.#clockShiftMs, order: ++this.#order, callback };
        if (process === this.#process) this.#timers.push(timer);
        return () => {
          this.#timers = this.#timers.filter((other) => other !== timer);
        };
      },
    };
    const call = <Value>(line: string, perform: () => Promise<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        const answered = async (): Promise<() => void> => {
          try {
            const value = await perform();
            return () => resolve(value);
          } catch (error) {
            return () => reject(error);
          }
        };
        if (process === this.#process) this.#calls.push({ line, perform: answered });
      });
    return { clock, call };
  }

  /** When the next timer is due. */
  get nextTimerAt(): number {
    return this.#timers.reduce((soonest, { atMs }) => Math.min(soonest, atMs), Number.POSITIVE_INFINITY);
  }

  /** Lets a crash strike later. A trap that is set before another has struck counts from that crash on: it may strike during recovery. */
  setTrap({ afterCalls, isPerformed }: CrashTrap): void {
    this.#traps.push({ callsLeft: afterCalls, isPerformed });
  }

  /** Lets no crash strike any more. */
  clearTraps(): void {
    this.#traps = [];
  }

  /** Ends the process: its calls and timers vanish. */
  crash(): void {
    this.#process += 1;
    this.#calls = [];
    this.#timers = [];
  }

  /** Performs calls until none waits, or as many as are said. Returns true when a trap was sprung: the process has crashed. */
  async settle(limit = Number.POSITIVE_INFINITY): Promise<boolean> {
    for (let count = 0; count < limit; count += 1) {
      if (count > callsWithoutRest) throw new RestlessError(`After ${count} calls the process has not come to rest.`);
      await nextTurn();
      const call = this.#draw();
      if (call === undefined) return false;
      if (await this.#springTrap(call)) return true;
      const answer = await call.perform();
      answer();
    }
    await nextTurn();
    return false;
  }

  /** Moves the clock, firing timers in their order and performing what they cause. Stops short at a crash and then returns true. */
  async advance(ms: number): Promise<boolean> {
    const until = this.#now + ms;
    if (await this.settle()) return true;
    for (let count = 0, since = this.#now; ; count = this.#now > since ? 0 : count + 1, since = this.#now) {
      if (count > timersWithoutRest)
        throw new RestlessError(`After ${count} timers at once the process has not come to rest.`);
      const next = this.#soonest(until);
      if (next === undefined) break;
      this.#fire(next);
      if (await this.settle()) return true;
    }
    this.#now = until;
    return false;
  }

  #draw(): Call | undefined {
    const first = [...Map.groupBy(this.#calls, ({ line }) => line).values()].flatMap(([call]) => call ?? []);
    const drawn = first[Math.floor(this.#random() * first.length)];
    this.#calls = this.#calls.filter((call) => call !== drawn);
    return drawn;
  }

  /** Moves on to the next timer, if there is one within a time, and lets it fire without performing what it causes. */
  fireNext(withinMs: number): void {
    const next = this.#soonest(this.#now + withinMs);
    if (next !== undefined) this.#fire(next);
  }

  #soonest(until: number): Timer | undefined {
    return this.#timers
      .filter(({ atMs }) => atMs <= until)
      .toSorted((left, right) => left.atMs - right.atMs || left.order - right.order)[0];
  }

  #fire(timer: Timer): void {
    this.#timers = this.#timers.filter((other) => other !== timer);
    this.#now = Math.max(this.#now, timer.atMs);
    timer.callback();
  }

  async #springTrap(call: Call): Promise<boolean> {
    const [trap] = this.#traps;
    if (trap === undefined) return false;
    trap.callsLeft -= 1;
    if (trap.callsLeft > 0) return false;
    this.#traps.shift();
    if (trap.isPerformed) await call.perform();
    this.crash();
    return true;
  }
}

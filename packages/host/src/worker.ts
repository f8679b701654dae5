import type { Task, TaskAnswer } from "@parley/flow";
import { type Clock, sleep } from "@parley/messaging";
import type { PerformedTask, Performer } from "@parley/performer";
import { type Store, StoreError, type TaskRow } from "@parley/store";
import type { HostLog } from "./host-log.ts";
import { hostLimits } from "./limits.ts";
import { createProfiles, type Profiles } from "./profiles.ts";
import { TaskQueue } from "./task-queue.ts";

export type WorkerOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: HostLog;
  /** Does what is the world's; without it such a task fails. */
  readonly performer?: Performer | undefined;
  /** Commits the answer to a task, as often as it takes. */
  readonly report: (row: TaskRow, answer: TaskAnswer) => Promise<void>;
};

/**
 * The worker does the work that nodes ask of the world.
 * 1. A task is done after the commit that owes it, and stays owed until its answer is committed: after a crash it is done again under the same key.
 * 2. Apps take turns, and no app can take all of the room.
 * 3. Memory holds only so many tasks; the rest waits in the store, and every one that it holds is read in the end.
 * 4. A stop waits for what is under way, but not for long: what has no answer by then stays owed, and is done again by the next process.
 */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #profiles: Profiles;
  readonly #waiting = new TaskQueue();
  /** The keys of what waits in memory. */
  readonly #held = new Set<string>();
  readonly #underWay = new Map<string, { readonly appId: string; readonly done: Promise<void> }>();
  /** What was answered while a page was being read, which may still show it as owed. */
  readonly #answered = new Set<string>();
  readonly #abort = new AbortController();
  /** Whether the store may hold tasks that memory does not. */
  #isMoreStored = false;
  /** The key after which the store is read on. */
  #cursor = "";
  #reading: Promise<void> | undefined;
  #cancelRetry: (() => void) | undefined;
  #isStopped = false;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#profiles = createProfiles(options);
  }

  /** Tasks under way. */
  get inFlight(): number {
    return this.#underWay.size;
  }

  /** Begins with what the store holds. */
  start(): void {
    this.#isMoreStored = true;
    this.#begin();
  }

  /** Takes over tasks that were committed. */
  add(rows: readonly TaskRow[]): void {
    for (const row of rows) this.#hold(row);
    this.#begin();
  }

  /** Begins no more, and waits for those under way. */
  async stop(): Promise<void> {
    const { clock } = this.#options;
    this.#isStopped = true;
    this.#cancelRetry?.();
    const cancel = clock.schedule(clock.now() + hostLimits.taskStopMs, () => this.#abort.abort());
    await this.#reading;
    await Promise.all([...this.#underWay.values()].map(({ done }) => done));
    cancel();
  }

  /** Keeps a task in memory; false where there is no room for it. */
  #hold(row: TaskRow): boolean {
    if (this.#isStopped || this.#held.has(row.key) || this.#underWay.has(row.key)) return true;
    if (this.#waiting.size >= hostLimits.tasksInMemory) {
      this.#isMoreStored = true;
      return false;
    }
    this.#held.add(row.key);
    this.#waiting.add(row);
    return true;
  }

  /** Begins what finds room, and reads more once memory runs low. */
  #begin(): void {
    while (!this.#isStopped && this.inFlight < hostLimits.tasksInFlight) {
      const row = this.#waiting.take((appId) => this.#hasRoom(appId));
      if (row === undefined) break;
      this.#held.delete(row.key);
      const done = this.#perform(row).finally(() => {
        this.#underWay.delete(row.key);
        if (this.#reading !== undefined) this.#answered.add(row.key);
        this.#begin();
      });
      this.#underWay.set(row.key, { appId: row.appId, done });
    }
    if (this.#isMoreStored && this.#waiting.size < hostLimits.tasksPerRead) this.#read();
  }

  #hasRoom(appId: string): boolean {
    const ofApp = [...this.#underWay.values()].filter((one) => one.appId === appId).length;
    return ofApp < hostLimits.tasksInFlightOfApp;
  }

  #read(): void {
    if (this.#isStopped || this.#reading !== undefined || this.#cancelRetry !== undefined) return;
    this.#reading = this.#readOn().finally(() => {
      this.#reading = undefined;
      this.#answered.clear();
      this.#begin();
    });
  }

  /** Reads from where it left off, and once round, until memory is full or all is read. */
  async #readOn(): Promise<void> {
    const { store, log, clock } = this.#options;
    const limit = hostLimits.tasksPerRead;
    this.#isMoreStored = false;
    try {
      for (let roundsLeft = this.#cursor === "" ? 1 : 2; roundsLeft > 0 && !this.#isStopped; ) {
        const rows = await store.queuedTasks({ after: this.#cursor, limit });
        for (const row of rows) {
          if (!this.#answered.has(row.key) && !this.#hold(row)) return;
          this.#cursor = row.key;
        }
        if (rows.length < limit) {
          this.#cursor = "";
          roundsLeft -= 1;
        }
      }
    } catch (error) {
      log.alert({ sentence: "Tasks could not be read; trying again in a moment.", error });
      this.#isMoreStored = true;
      if (this.#isStopped) return;
      this.#cancelRetry = clock.schedule(clock.now() + hostLimits.backoffBaseMs, () => {
        this.#cancelRetry = undefined;
        this.#begin();
      });
    }
  }

  async #perform(row: TaskRow): Promise<void> {
    const answer = await this.#unlessAborted(this.#answer(row));
    if (answer !== undefined) await this.#options.report(row, answer);
  }

  /** What some work gives; undefined once a stop has waited for long enough. */
  #unlessAborted<Value>(work: Promise<Value>): Promise<Value | undefined> {
    const { signal } = this.#abort;
    return new Promise((resolve, reject) => {
      const giveUp = (): void => resolve(undefined);
      signal.addEventListener("abort", giveUp, { once: true });
      work.then(resolve, reject).finally(() => signal.removeEventListener("abort", giveUp));
    });
  }

  /** Undefined where it is broken off. */
  async #answer({ key, task }: TaskRow): Promise<TaskAnswer | undefined> {
    if (task === undefined) return { type: "failed", reason: "The task says nothing of what to do." };
    try {
      return task.type === "profile" ? await this.#askProfiles(task, key) : await this.#askPerformer(task, key);
    } catch (error) {
      this.#options.log.alert({ sentence: "A task broke off.", error });
      return { type: "failed", reason: "The task broke off, by a fault of ours." };
    }
  }

  async #askPerformer(task: PerformedTask, key: string): Promise<TaskAnswer> {
    const { performer } = this.#options;
    if (performer !== undefined) return performer.perform(task, { key, signal: this.#abort.signal });
    return { type: "failed", reason: `Nothing here performs ${task.type}; a performer must be given to the host.` };
  }

  /** As often as it needs: a store that fails now will not do so for ever. */
  async #askProfiles(task: Extract<Task, { type: "profile" }>, key: string): Promise<TaskAnswer | undefined> {
    const { clock, log } = this.#options;
    for (let waitMs: number = hostLimits.backoffBaseMs; ; waitMs = Math.min(waitMs * 2, hostLimits.backoffMaxMs)) {
      try {
        return await this.#profiles.perform(task, key);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        if (this.#isStopped) return undefined;
        log.alert({ sentence: "A contact's profile could not be read or written; trying again in a moment.", error });
      }
      const isBrokenOff = await sleep(clock, waitMs, this.#abort.signal).then(
        () => false,
        () => true,
      );
      if (isBrokenOff) return undefined;
    }
  }
}

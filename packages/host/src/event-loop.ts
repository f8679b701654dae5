import type { App, Clock } from "@parley/messaging";
import { type CommitResult, type CommitUnit, type Loaded, type Store, StoreError } from "@parley/store";
import { type BatchResult, takeBatch, type UnitTouch } from "./batch.ts";
import type { CompiledFlows } from "./compiled-flows.ts";
import { EventQueue, type QueueLimits } from "./event-queue.ts";
import { HostError } from "./host-error.ts";
import type { BatchEvent } from "./host-event.ts";
import type { HostLog } from "./host-log.ts";
import { hostLimits } from "./limits.ts";
import { furtherRequestFor, loadRequestFor, mergeLoaded } from "./load-request.ts";

/*
 * Events become turns here, and turns become stored.
 * 1. Batches are taken one after another, events within them in order: the events of a thread are handled one at a time. Which come next, and
 *    that the messages of a contact keep their order, is the queue's.
 * 2. Nothing is kept in memory of a thread between batches. What a batch needs is read right behind the commit of the one before, which is
 *    sound because a store's calls take effect in the order in which they are made; if that commit does not succeed in full, it is read again.
 *    A second reading, of what the first shows to be needed, is sound too: no other batch is committed before this one.
 * 3. An event that cannot be taken keeps no other from being taken. But where the store fails, the rest of the same call is refused
 *    as well, because it is delivered again with the event that it followed.
 * 4. An event that touches several threads is part of several units, alone in its batch. It is taken when all of them are committed. One that was
 *    not is taken again, before whatever came after it: what was committed of it knows it by its inbox id, and is left as it is.
 */

export type EventLoopOptions = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: HostLog;
  readonly flows: CompiledFlows;
  readonly appOf: (appId: string) => App | undefined;
  readonly queueLimits?: QueueLimits | undefined;
  /** Called with what was committed, in the order of the commits. */
  readonly onCommitted: (units: readonly CommitUnit[]) => void;
};

type Item = {
  readonly event: BatchEvent;
  readonly order: number;
  /** The same for all events of one call. */
  readonly call: object;
  readonly resolve: (count: number) => void;
  readonly reject: (error: HostError) => void;
  conflicts: number;
  /** Conversations that it began or resumed, as far as that is committed. */
  count: number;
};

/** Events that are taken together, and what they need of the store. */
type Batch = { readonly items: readonly Item[]; readonly loaded: Promise<Loaded> };

/** What a batch came to. It may be without its last events, which were not taken and wait again. */
type Decided = BatchResult & { readonly items: readonly Item[] };

/** What became of a batch beside what is concluded. */
type Left = {
  /** Someone else was first: to be taken anew. */
  readonly again: readonly Item[];
  /** Events whose common unit could not be stored: to be taken one by one, to find the one that is to blame. */
  readonly apart: readonly Item[];
};

export class EventLoop {
  readonly #options: EventLoopOptions;
  readonly #queue: EventQueue<Item>;
  readonly #perBatch: number;
  /** The batch after the one that is being committed. */
  #ahead: Batch | undefined;
  #running: Promise<void> | undefined;
  #arrived = 0;
  #taken = 0;
  #lastSequence = 0;

  constructor(options: EventLoopOptions) {
    const { queueLimits = hostLimits } = options;
    this.#options = options;
    this.#queue = new EventQueue<Item>(queueLimits);
    this.#perBatch = queueLimits.eventsPerBatch;
  }

  /** Events that wait for their turn. */
  get waiting(): number {
    return this.#queue.length + (this.#ahead?.items.length ?? 0);
  }

  /** Whether the events of a call may wait too. */
  hasRoomFor(events: readonly BatchEvent[]): boolean {
    return this.#queue.hasRoomFor(events, this.#ahead?.items.length ?? 0);
  }

  /** Events taken since the start. */
  get taken(): number {
    return this.#taken;
  }

  /** Makes sends go behind those that are queued already, also when the clock was set back since. */
  continueAfter(sequence: number): void {
    this.#lastSequence = Math.max(this.#lastSequence, sequence);
  }

  /**
   * Takes an event when its turn has come. Resolves, when it is committed, with how many conversations it began or resumed; a message counts none.
   * Rejects with `HostError` when it was not taken.
   */
  take(event: BatchEvent, call: object = {}): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#queue.add({ event, order: (this.#arrived += 1), call, resolve, reject, conflicts: 0, count: 0 });
      this.#wake();
    });
  }

  /** Resolves when no event is waiting or being taken. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
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
    while (this.#ahead !== undefined || this.#queue.length > 0) {
      const batch = this.#ahead ?? this.#begin(this.#queue.take(this.#perBatch));
      let { items } = batch;
      this.#ahead = undefined;
      try {
        const decided = await this.#decide(batch);
        items = decided.items;
        this.#queue.putBack(batch.items.slice(items.length));
        const { again, apart } = await this.#commit(decided, () => this.#beginAhead());
        if (again.length + apart.length > 0) this.#giveUpAhead();
        await this.#takeOneByOne(apart);
        this.#queue.putBack(again);
      } catch (error) {
        this.#giveUpAhead();
        if (error instanceof StoreError) this.#refuseWithRest(items, error);
        else await this.#takeOneByOne(items);
      }
    }
  }

  #begin(items: readonly Item[]): Batch {
    const loaded = this.#load(items.map(({ event }) => event));
    // Whoever takes the batch learns of a failure; one that is given up interests nobody.
    loaded.catch(() => undefined);
    return { items, loaded };
  }

  async #load(events: readonly BatchEvent[]): Promise<Loaded> {
    const { store } = this.#options;
    const loaded = await store.load(loadRequestFor(events));
    const further = furtherRequestFor(events, loaded);
    return further === undefined ? loaded : mergeLoaded(loaded, await store.load(further));
  }

  /** While a commit is under way, what the next batch needs is read behind it. */
  #beginAhead(): void {
    if (this.#queue.length > 0) this.#ahead = this.#begin(this.#queue.take(this.#perBatch));
  }

  /** A batch that was read behind a commit that did not succeed in full waits for its turn again. */
  #giveUpAhead(): void {
    this.#queue.putBack(this.#ahead?.items ?? []);
    this.#ahead = undefined;
  }

  async #takeOneByOne(items: readonly Item[]): Promise<void> {
    for (const [index, item] of items.entries()) {
      try {
        for (let left: readonly Item[] = [item]; left.length > 0; ) {
          left = (await this.#commit(await this.#decide(this.#begin(left)))).again;
        }
      } catch (error) {
        if (error instanceof StoreError) return this.#refuseWithRest(items.slice(index), error);
        this.#refuse([item], error);
      }
    }
  }

  async #decide({ items, loaded: loading }: Batch): Promise<Decided> {
    const { clock, random, flows, appOf } = this.#options;
    const loaded = await loading;
    const live = loaded.threads.flatMap(({ thread }) => thread.live.filter(({ parked }) => parked === undefined));
    const events = items.map(({ event }) => event);
    const result = takeBatch(events, loaded, {
      flows: await flows.atHand(live.map(({ conversation }) => conversation)),
      now: clock.now(),
      nextSequence: () => this.#nextSequence(),
      newThreadId: () => newThreadId(random),
      appOf,
    });
    return { ...result, items: items.slice(0, result.touches.length) };
  }

  async #commit({ items, units, touches }: Decided, onCommitting?: () => void): Promise<Left> {
    const { store, log, onCommitted } = this.#options;
    const committing = units.length === 0 ? [] : store.commit(units.map(({ unit }) => unit));
    onCommitting?.();
    const results = await committing;
    const left = this.#conclude(items, touches, results);
    const committed = units.filter((_, index) => results[index]?.type === "committed");
    onCommitted(committed.map(({ unit }) => unit));
    for (const { sayings } of committed) for (const say of sayings) say(log);
    return left;
  }

  #conclude(
    items: readonly Item[],
    touches: readonly (readonly UnitTouch[])[],
    results: readonly CommitResult[],
  ): Left {
    const left = { again: [] as Item[], apart: [] as Item[] };
    const shared = sharedUnits(touches);
    for (const [index, item] of items.entries()) {
      const ofItem = (touches[index] ?? []).map((touch) => ({ ...touch, result: results[touch.unit] }));
      for (const { result, count } of ofItem) if (result?.type === "committed") item.count += count;
      const failed = ofItem.find(({ result }) => result?.type === "failed");
      const hasConflict = ofItem.some(({ result }) => result?.type === "conflict");
      if (failed?.result?.type === "failed") {
        if (shared.has(failed.unit)) left.apart.push(item);
        else this.#refuse([item], new Error(failed.result.reason));
      } else if (!hasConflict) {
        this.#taken += 1;
        item.resolve(item.count);
      } else if (item.conflicts < hostLimits.conflictRetries) {
        item.conflicts += 1;
        left.again.push(item);
      } else this.#refuse([item], new Error("Other processes were always first."));
    }
    return left;
  }

  /** Refuses events and what waits of their calls: it comes again with them, and then in order. */
  #refuseWithRest(items: readonly Item[], error: StoreError): void {
    const calls = new Set(items.map(({ call }) => call));
    this.#refuse([...items, ...this.#queue.remove(({ call }) => calls.has(call))], error);
  }

  #refuse(items: readonly Item[], error: unknown): void {
    this.#options.log.alert({ sentence: "Events could not be taken.", error });
    for (const { reject } of items) reject(new HostError("not-stored", error));
  }

  /** Grows with time, and by one at least. */
  #nextSequence(): number {
    this.#lastSequence = Math.max(this.#lastSequence + 1, Math.floor(this.#options.clock.now()) * 1000);
    return this.#lastSequence;
  }
}

/** The units that more than one event is part of. */
function sharedUnits(touches: readonly (readonly UnitTouch[])[]): ReadonlySet<number> {
  const [seen, shared] = [new Set<number>(), new Set<number>()];
  for (const ofEvent of touches)
    for (const unit of new Set(ofEvent.map((touch) => touch.unit))) (seen.has(unit) ? shared : seen).add(unit);
  return shared;
}

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** 16 characters of Crockford's base 32: says nothing of the contact. */
function newThreadId(random: () => number): string {
  return Array.from({ length: 16 }, () => alphabet[Math.floor(random() * alphabet.length)]).join("");
}

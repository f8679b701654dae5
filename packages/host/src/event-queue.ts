import { assertNever, invariant } from "@parley/messaging";
import type { BatchEvent } from "./host-event.ts";
import { hostLimits } from "./limits.ts";

/*
 * Events that wait for their turn.
 * 1. While all that wait fit into one batch, they are taken in the order in which they came.
 * 2. When more wait, apps take turns, and within an app its contacts: whoever floods waits behind itself. What the host tells itself goes first,
 *    because it finishes what has begun.
 * 3. The messages of a contact are always taken in the order in which they came.
 * 4. What finds its line empty is let in, however much it is: no call is refused for ever.
 */

/** An event in a queue. */
export type Queued = {
  readonly event: BatchEvent;
  /** Grows with every event that comes. */
  readonly order: number;
};

/** The events of an app, in a line for each contact. */
type Lines<Item> = { readonly byContact: Map<string, Item[]>; waiting: number };

/** How many events may be taken at once, and may wait: in all, of an app, of a contact. */
export type QueueLimits = {
  readonly eventsPerBatch: number;
  readonly eventsWaiting: number;
  readonly eventsWaitingOfApp: number;
  readonly eventsWaitingOfContact: number;
};

export class EventQueue<Item extends Queued> {
  /** What goes before all others, in order. */
  readonly #first: Item[] = [];
  readonly #apps = new Map<string, Lines<Item>>();
  readonly #limits: QueueLimits;
  #waiting = 0;

  constructor(limits: QueueLimits = hostLimits) {
    this.#limits = limits;
  }

  /** How many events wait. */
  get length(): number {
    return this.#first.length + this.#waiting;
  }

  /** Whether the events of a call may join. `underWay` are those that were taken and are not concluded. */
  hasRoomFor(events: readonly BatchEvent[], underWay: number): boolean {
    const before = this.length + underWay;
    const isFull = before > 0 && before + events.length > this.#limits.eventsWaiting;
    const places = events.map(placeOf).filter((place) => place !== undefined);
    // However many flood, an app of which nothing waits finds room for a batch.
    if (isFull && (places.length < events.length || events.length > this.#limits.eventsPerBatch)) return false;
    return [...Map.groupBy(places, ({ app }) => app)].every(([app, ofApp]) => {
      const lines = this.#apps.get(app);
      if (lines === undefined) return true;
      if (isFull || lines.waiting + ofApp.length > this.#limits.eventsWaitingOfApp) return false;
      return [...Map.groupBy(ofApp, ({ contact }) => contact)].every(([contact, { length }]) => {
        const line = lines.byContact.get(contact);
        return line === undefined || line.length + length <= this.#limits.eventsWaitingOfContact;
      });
    });
  }

  /** Adds an event behind those of its contact. */
  add(item: Item): void {
    const place = placeOf(item.event);
    if (place === undefined) {
      this.#first.push(item);
      return;
    }
    const lines = this.#apps.get(place.app) ?? { byContact: new Map(), waiting: 0 };
    const line = lines.byContact.get(place.contact) ?? [];
    line.push(item);
    lines.byContact.set(place.contact, line);
    lines.waiting += 1;
    this.#waiting += 1;
    this.#apps.set(place.app, lines);
  }

  /** Gives events back that were taken; they are the next to be taken. */
  putBack(items: readonly Item[]): void {
    this.#first.unshift(...items);
  }

  /** Takes at most `count` events, in the order in which they came. */
  take(count: number): Item[] {
    const taken = this.#first.splice(0, count);
    while (taken.length < count && this.#waiting > 0) taken.push(this.#takeTurn());
    return taken.sort((left, right) => left.order - right.order);
  }

  /** Takes out all events that a condition is true of. */
  remove(condition: (item: Item) => boolean): Item[] {
    const { removed = [], kept = [] } = Object.groupBy(this.take(this.length), (item) =>
      condition(item) ? "removed" : "kept",
    );
    for (const item of kept) this.add(item);
    return removed;
  }

  /** The first event of the contact whose turn it is in the app whose turn it is; both then come last. */
  #takeTurn(): Item {
    const [app, lines] = nextOf(this.#apps);
    const [contact, line] = nextOf(lines.byContact);
    const item = line.shift();
    invariant(item, "a line that is kept is not empty");
    if (line.length > 0) lines.byContact.set(contact, line);
    lines.waiting -= 1;
    this.#waiting -= 1;
    if (lines.waiting > 0) this.#apps.set(app, lines);
    return item;
  }
}

/** Takes the first entry out of a map. */
function nextOf<Value>(map: Map<string, Value>): [string, Value] {
  const [entry] = map;
  invariant(entry, "a map that is kept is not empty");
  map.delete(entry[0]);
  return entry;
}

/** Whose event it is; undefined for what the host tells itself. Receipts of a thread have a line of their own, because they name no contact. */
function placeOf(event: BatchEvent): { readonly app: string; readonly contact: string } | undefined {
  switch (event.type) {
    case "message":
    case "trigger":
    case "opt-in":
      return { app: event.appId, contact: event.contact.bsuid ?? event.contact.waId ?? "" };
    // It names neither; those that call share one line.
    case "signal":
      return { app: "", contact: "" };
    case "receipt": {
      const { messageId, sendKey = messageId } = event.receipt;
      return { app: event.appId, contact: sendKey.slice(0, sendKey.indexOf("-")) };
    }
    case "unrouted":
      return { app: event.connectionId, contact: event.phoneNumberId };
    case "timer":
    case "postpone-timer":
    case "task-answer":
    case "attempt":
    case "suspect-send":
    case "stop-conversation":
      return undefined;
    default:
      return assertNever(event);
  }
}

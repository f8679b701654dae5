import type { HostEvent } from "@parley/host";
import type { JournalRow } from "@parley/store";
import type { MemoryData } from "@parley/store/memory";
import type { Webhook } from "./postman.ts";

/** Says that a law is broken. */
export type Violate = (law: string, what: string) => void;

/**
 * I1 Every acknowledged message is handled exactly once; no message more than once.
 * I2 Messages of a thread are taken in the order in which they were delivered, where the earlier was not refused.
 */
export class MessageLaws {
  readonly #data: MemoryData;
  readonly #webhooks: readonly Webhook[];
  readonly #violate: Violate;
  readonly #handled = new Map<string, number>();
  /** The place in the journal where a message is first spoken of. */
  readonly #takenAt = new Map<string, number>();
  readonly #acknowledged = new Set<Webhook>();

  constructor(data: MemoryData, webhooks: readonly Webhook[], violate: Violate) {
    this.#data = data;
    this.#webhooks = webhooks;
    this.#violate = violate;
  }

  read({ event }: JournalRow): void {
    const id = messageOf(event);
    if (id === undefined) return;
    if (!this.#takenAt.has(id)) this.#takenAt.set(id, this.#takenAt.size);
    if (event.type !== "message-deferred") this.#handled.set(id, (this.#handled.get(id) ?? 0) + 1);
  }

  check(): void {
    const kept = new Set(
      [...this.#data.threads.values()].flatMap(({ thread }) =>
        thread.live.flatMap(({ deferred }) => deferred.map(({ message }) => message.id)),
      ),
    );
    for (const webhook of this.#webhooks) {
      for (const event of webhook.events) if (event.type === "message") this.#checkOnce(event, webhook, kept);
      if (webhook.acknowledged === undefined || this.#acknowledged.has(webhook)) continue;
      this.#acknowledged.add(webhook);
      this.#checkOrder(webhook, webhook.acknowledged.call);
    }
  }

  checkEnd(): void {
    for (const { acknowledged, events } of this.#webhooks) {
      if (acknowledged === undefined) this.#violate("I1", `never acknowledged: ${JSON.stringify(events)}`);
    }
  }

  #checkOnce({ message: { id } }: Message, { acknowledged }: Webhook, kept: ReadonlySet<string>): void {
    const count = this.#handled.get(id) ?? 0;
    const isKept = kept.has(id);
    if (count + Number(isKept) > 1)
      this.#violate("I1", `message ${id} is handled ${count} times${isKept ? ", and kept" : ""}`);
    if (acknowledged !== undefined && count === 0 && !isKept) this.#violate("I1", `acknowledged message ${id} is lost`);
  }

  /** What was delivered only after the call that was acknowledged now must not have been taken before. */
  #checkOrder(earlier: Webhook, call: number): void {
    for (const later of this.#webhooks) {
      if (threadOf(later) !== threadOf(earlier) || (later.firstCall ?? 0) <= call) continue;
      this.#checkPlaces([...messageIds(earlier), ...messageIds(later)]);
    }
  }

  #checkPlaces(ids: readonly string[]): void {
    const places = ids.map((id) => this.#takenAt.get(id) ?? Number.POSITIVE_INFINITY);
    for (const [index, place] of places.entries()) {
      const before = places[index - 1] ?? -1;
      if (place < before) this.#violate("I2", `message ${ids[index]} is taken before ${ids[index - 1]}`);
    }
  }
}

type Message = Extract<HostEvent, { type: "message" }>;

function messageIds({ events }: Webhook): string[] {
  return events.flatMap((event) => (event.type === "message" ? [event.message.id] : []));
}

/** The thread that a webhook with messages is for. */
function threadOf({ events: [first] }: Webhook): string | undefined {
  return first?.type === "message" ? `${first.appId} ${first.contact.waId}` : undefined;
}

/** The message that an entry of the journal speaks of. */
function messageOf(event: JournalRow["event"]): string | undefined {
  if (event.type === "conversation-started" || event.type === "message-received") return event.message.id;
  const isOfMessage =
    event.type === "message-unhandled" || event.type === "message-dropped" || event.type === "message-deferred";
  return isOfMessage ? event.messageId : undefined;
}

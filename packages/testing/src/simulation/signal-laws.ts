import { invariant } from "@parley/messaging";
import type { JournalRow } from "@parley/store";
import type { MemoryData } from "@parley/store/memory";
import type { Violate } from "./message-laws.ts";
import type { Webhook } from "./postman.ts";

/**
 * I11 A signal begins a flow once and resumes a conversation once, never one that it has begun itself; one that was acknowledged has begun what it names.
 * I12 What is found under a topic are the live conversations that wait under it: none is left over, none is missing.
 */
export class SignalLaws {
  readonly #data: MemoryData;
  readonly #webhooks: readonly Webhook[];
  readonly #violate: Violate;
  /** The flows that a signal has begun, and the conversations that it has begun or resumed. */
  readonly #begun = new Map<string, Set<string>>();
  readonly #met = new Set<string>();

  constructor(data: MemoryData, webhooks: readonly Webhook[], violate: Violate) {
    this.#data = data;
    this.#webhooks = webhooks;
    this.#violate = violate;
  }

  read({ conversationId, event }: JournalRow): void {
    if (event.type === "signal-unhandled") note(this.#begun, event.signalId, "called");
    if (event.type !== "conversation-triggered" && event.type !== "signal-received") return;
    invariant(conversationId, "a signal reaches a conversation");
    const { id } = event.signal;
    const meeting = `${id} ${conversationId}`;
    if (this.#met.has(meeting)) this.#violate("I11", `signal ${id} reached conversation ${conversationId} twice`);
    this.#met.add(meeting);
    if (event.type !== "conversation-triggered") return;
    const flowId = this.#data.conversations.get(conversationId)?.flowId ?? "";
    if (this.#begun.get(id)?.has(flowId)) this.#violate("I11", `signal ${id} began flow ${flowId} twice`);
    note(this.#begun, id, flowId);
  }

  check(): void {
    for (const { signal, acknowledged } of this.#webhooks) {
      if (signal === undefined || acknowledged === undefined) continue;
      if (!this.#begun.get(signal.signal.id)?.has("called"))
        this.#violate("I11", `signal ${signal.signal.id} is acknowledged and has begun nothing`);
    }
    const waiting = new Set(
      [...this.#data.threads.values()].flatMap(({ thread }) =>
        thread.live.flatMap(({ conversation: { id, context }, parked }) =>
          parked === undefined ? (context.topics ?? []).map((topic) => `${id} ${topic}`) : [],
        ),
      ),
    );
    const stored = new Set(
      [...this.#data.topics].flatMap(([id, { topics }]) => topics.map((topic) => `${id} ${topic}`)),
    );
    for (const one of waiting.difference(stored)) this.#violate("I12", `topic ${one} is not stored`);
    for (const one of stored.difference(waiting)) this.#violate("I12", `topic ${one} outlives its state`);
  }
}

function note(map: Map<string, Set<string>>, key: string, name: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(name));
}

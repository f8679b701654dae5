import { isDeepStrictEqual } from "node:util";
import { type Conversation, newConversation, takeTurn, type TurnEvent } from "@parley/engine";
import { mergeStatus, type ReceiptStatus } from "@parley/messaging";
import type { JournalRow } from "@parley/store";
import type { MemoryData } from "@parley/store/memory";
import type { Provider } from "./provider.ts";
import type { Webhook } from "./simulation.ts";
import { compiledFlow } from "./simulated-flow.ts";

/*
 * What must hold after every step, and at the end.
 *
 * I1 Every acknowledged message is handled exactly once; no message more than once.
 * I2 What is acknowledged before another message of the same contact is first delivered is handled before it.
 * I3 The journal replays to the stored state.
 * I4 The timers are those of the live conversations: none outlives its state, none is missing.
 * I5 Only known sends reach the provider, and none again whose receipts tell that it was taken; at the end none is owed, and each accepted one
 *    has reached the provider.
 * I6 A send's status is the greatest of its acknowledged receipts.
 * I7 No timer fires early, and at the end none is overdue.
 */
export class Auditor {
  readonly violations: string[] = [];
  readonly #data: MemoryData;
  readonly #provider: Provider;
  readonly #webhooks: readonly Webhook[];
  readonly #replayed = new Map<string, Conversation>();
  readonly #handled = new Map<string, number>();
  readonly #handledInOrder: string[] = [];
  #rowsRead = 0;

  constructor(data: MemoryData, provider: Provider, webhooks: readonly Webhook[]) {
    this.#data = data;
    this.#provider = provider;
    this.#webhooks = webhooks;
  }

  check(now: number): void {
    for (const row of this.#data.journal.slice(this.#rowsRead)) this.#readRow(row);
    this.#rowsRead = this.#data.journal.length;
    this.#checkMessages();
    this.#checkStates();
    this.#checkTimers();
    this.#checkSends();
    if (now < 0) this.#violate("I0", "time runs backwards");
  }

  checkEnd(now: number): void {
    for (const webhook of this.#webhooks) {
      if (webhook.acknowledgedAt === undefined)
        this.#violate("I1", `a webhook is never acknowledged: ${JSON.stringify(webhook.event)}`);
    }
    this.#checkOrder();
    for (const row of this.#data.sends.values()) {
      if (row.state === "queued") this.#violate("I5", `send ${row.key} is still owed`);
      const taken = this.#provider.taken.some(({ key }) => key === row.key);
      if (row.state === "accepted" && !taken)
        this.#violate("I5", `send ${row.key} is accepted and never reached the provider`);
    }
    for (const timer of this.#data.timers.values()) {
      if (timer.firesAt <= now - 60_000)
        this.#violate("I7", `timer ${timer.timerId} of ${timer.conversationId} is overdue`);
    }
    this.#checkReceipts();
  }

  #violate(law: string, what: string): void {
    if (this.violations.length < 10) this.violations.push(`${law}: ${what}`);
  }

  #readRow({ conversationId, event }: JournalRow): void {
    const id = messageOf(event);
    if (id !== undefined) {
      this.#handled.set(id, (this.#handled.get(id) ?? 0) + 1);
      this.#handledInOrder.push(id);
    }
    if (conversationId === undefined || !isTurn(event)) return;
    const before = this.#replayed.get(conversationId) ?? begun(conversationId, event);
    if (event.type === "timer-fired") {
      const armed = before.timers[event.timerId];
      if (armed === undefined || armed.firesAt > event.at)
        this.#violate("I7", `timer ${event.timerId} fired early or unarmed`);
    }
    this.#replayed.set(conversationId, takeTurn(compiledFlow, before, event).conversation);
  }

  #checkMessages(): void {
    for (const { event, acknowledgedAt } of this.#webhooks) {
      if (event.type !== "message") continue;
      const { id } = event.message;
      const count = this.#handled.get(id) ?? 0;
      const isKept = this.#isDeferred(id);
      if (count + Number(isKept) > 1)
        this.#violate("I1", `message ${id} is handled ${count} times${isKept ? ", and kept" : ""}`);
      if (acknowledgedAt !== undefined && count === 0 && !isKept)
        this.#violate("I1", `acknowledged message ${id} is lost`);
    }
  }

  #isDeferred(id: string): boolean {
    for (const { thread } of this.#data.threads.values()) {
      if (thread.live.some(({ deferred }) => deferred.some(({ message }) => message.id === id))) return true;
    }
    return false;
  }

  #checkOrder(): void {
    const place = new Map(this.#handledInOrder.map((id, index) => [id, index]));
    const messages = this.#webhooks.flatMap(({ event, firstAt, acknowledgedAt = Number.POSITIVE_INFINITY }) =>
      event.type === "message" ? [{ id: event.message.id, waId: event.contact.waId, firstAt, acknowledgedAt }] : [],
    );
    for (const [index, earlier] of messages.entries()) {
      for (const later of messages.slice(index + 1)) {
        if (later.waId !== earlier.waId || earlier.acknowledgedAt >= later.firstAt) continue;
        if ((place.get(earlier.id) ?? -1) > (place.get(later.id) ?? Number.POSITIVE_INFINITY)) {
          this.#violate("I2", `message ${later.id} is handled before ${earlier.id}`);
        }
      }
    }
  }

  #checkStates(): void {
    const stored = [
      ...[...this.#data.threads.values()].flatMap(({ thread }) => thread.live.map(({ conversation }) => conversation)),
      ...[...this.#data.conversations.values()].flatMap(({ final }) => (final === undefined ? [] : [final])),
    ];
    for (const conversation of stored) {
      const replayed = this.#replayed.get(conversation.id);
      if (replayed === undefined || !isDeepStrictEqual(plain(replayed), plain(conversation))) {
        this.#violate("I3", `conversation ${conversation.id} is not what its journal replays to`);
      }
    }
    if (stored.length !== this.#replayed.size) this.#violate("I3", "a conversation of the journal is not stored");
  }

  #checkTimers(): void {
    const timer = (conversationId: string, timerId: string, generation: number): string =>
      `${conversationId} ${timerId} ${generation}`;
    const armed = new Set(
      [...this.#data.threads.values()].flatMap(({ thread }) =>
        thread.live.flatMap(({ conversation: { id, timers } }) =>
          Object.entries(timers).map(([timerId, { generation }]) => timer(id, timerId, generation)),
        ),
      ),
    );
    const stored = new Set(
      [...this.#data.timers.values()].map((row) => timer(row.conversationId, row.timerId, row.generation)),
    );
    for (const one of armed.difference(stored)) this.#violate("I4", `timer ${one} is not stored`);
    for (const one of stored.difference(armed)) this.#violate("I4", `timer ${one} outlives its state`);
  }

  #checkSends(): void {
    const byKey = Map.groupBy(this.#provider.taken, ({ key }) => key);
    for (const [key, taken] of byKey) {
      if (!this.#data.sends.has(key)) this.#violate("I5", `the provider was sent ${key}, which nobody owes`);
      if (taken.slice(0, -1).some(({ isExplained }) => isExplained)) {
        this.#violate("I5", `send ${key} went out again although its receipts told that it had been taken`);
      }
    }
  }

  #checkReceipts(): void {
    for (const row of this.#data.sends.values()) {
      let status: ReceiptStatus | undefined;
      for (const { event } of this.#webhooks) {
        if (event.type !== "receipt") continue;
        const { sendKey, messageId } = event.receipt;
        if (messageId === row.messageId || sendKey === row.key) status = mergeStatus(status, event.receipt.status);
      }
      if (row.status !== status) this.#violate("I6", `send ${row.key} is ${row.status}; its receipts say ${status}`);
    }
  }
}

/** The message that an entry of the journal disposes of. */
function messageOf(event: JournalRow["event"]): string | undefined {
  if (event.type === "conversation-started" || event.type === "message-received") return event.message.id;
  return event.type === "message-unhandled" || event.type === "message-dropped" ? event.messageId : undefined;
}

const turnTypes: ReadonlySet<string> = new Set<TurnEvent["type"]>([
  "conversation-started",
  "message-received",
  "send-accepted",
  "send-refused",
  "send-failed",
  "receipt-received",
  "timer-fired",
  "conversation-interrupted",
  "conversation-stopped",
]);

function isTurn(event: JournalRow["event"]): event is TurnEvent {
  return turnTypes.has(event.type);
}

function begun(id: string, event: TurnEvent): Conversation {
  const contact = event.type === "conversation-started" ? event.contact : {};
  return newConversation(compiledFlow, { id, appId: "app", contact });
}

/** As it is stored: without what JSON leaves out. */
function plain(conversation: Conversation): unknown {
  return JSON.parse(JSON.stringify(conversation));
}

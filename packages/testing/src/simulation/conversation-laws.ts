import { isDeepStrictEqual } from "node:util";
import {
  type CompiledFlow,
  compile,
  type Conversation,
  newConversation,
  takeTurn,
  type TurnEvent,
} from "@parley/engine";
import { invariant } from "@parley/messaging";
import type { JournalRow } from "@parley/store";
import type { MemoryData } from "@parley/store/memory";
import type { Violate } from "./message-laws.ts";

/**
 * I3 The journal replays through the engine to the stored state.
 * I4 The timers are those of the live conversations: none outlives its state, none is missing.
 * I7 No timer fires early, and at the end none is overdue.
 */
export class ConversationLaws {
  readonly #data: MemoryData;
  readonly #violate: Violate;
  readonly #compiled = new Map<string, CompiledFlow>();
  readonly #replayed = new Map<string, Conversation>();
  /** What was found equal, so that nothing is compared twice. */
  readonly #compared = new WeakMap<Conversation, Conversation>();

  constructor(data: MemoryData, violate: Violate) {
    this.#data = data;
    this.#violate = violate;
  }

  read({ conversationId, event }: JournalRow): void {
    if (conversationId === undefined || !isTurn(event)) return;
    const before = this.#replayed.get(conversationId) ?? this.#begun(conversationId, event);
    if (event.type === "timer-fired") {
      const armed = before.timers[event.timerId];
      if (armed === undefined || armed.firesAt > event.at)
        this.#violate("I7", `timer ${event.timerId} fired early or unarmed`);
    }
    const compiled = this.#compile(before.flowId, before.flowVersion);
    this.#replayed.set(conversationId, takeTurn(compiled, before, event).conversation);
  }

  check(): void {
    this.#checkStates();
    this.#checkTimers();
  }

  checkEnd(now: number): void {
    for (const { firesAt, timerId, conversationId } of this.#data.timers.values()) {
      if (firesAt <= now - 60_000) this.#violate("I7", `timer ${timerId} of ${conversationId} is overdue`);
    }
  }

  #checkStates(): void {
    const { threads, conversations } = this.#data;
    const stored = [
      ...[...threads.values()].flatMap(({ thread }) => thread.live.map(({ conversation }) => conversation)),
      ...[...conversations.values()].flatMap(({ final }) => (final === undefined ? [] : [final])),
    ];
    for (const conversation of stored) {
      const replayed = this.#replayed.get(conversation.id);
      if (replayed !== undefined && this.#compared.get(conversation) === replayed) continue;
      if (replayed === undefined || !isDeepStrictEqual(plain(replayed), conversation))
        this.#violate("I3", `conversation ${conversation.id} is not what its journal replays to`);
      else this.#compared.set(conversation, replayed);
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

  #begun(id: string, event: TurnEvent): Conversation {
    const row = this.#data.conversations.get(id);
    invariant(row, "a conversation has a row");
    const isStart = event.type === "conversation-started" || event.type === "conversation-triggered";
    const contact = isStart ? event.contact : {};
    return newConversation(this.#compile(row.flowId, row.flowVersion), { id, appId: row.appId, contact });
  }

  #compile(flowId: string, version: number): CompiledFlow {
    const key = `${flowId}@${version}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const stored = this.#data.flowVersions.get(flowId)?.[version - 1];
    invariant(stored, "a conversation's flow version is stored");
    const compiled = compile(stored.flow, version);
    this.#compiled.set(key, compiled);
    return compiled;
  }
}

const turnTypes: ReadonlySet<string> = new Set<TurnEvent["type"]>([
  "conversation-started",
  "conversation-triggered",
  "message-received",
  "signal-received",
  "reply-recorded",
  "send-accepted",
  "send-refused",
  "send-failed",
  "receipt-received",
  "task-answered",
  "timer-fired",
  "conversation-interrupted",
  "conversation-stopped",
]);

function isTurn(event: JournalRow["event"]): event is TurnEvent {
  return turnTypes.has(event.type);
}

/** As it is stored: without what JSON leaves out. */
function plain(conversation: Conversation): unknown {
  return JSON.parse(JSON.stringify(conversation));
}

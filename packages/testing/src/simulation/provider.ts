import type { Gateway, GatewayAnswer, SendRequest } from "@parley/gateway";
import type { HostEvent } from "@parley/host";
import { type Clock, type ReceiptStatus, receiptStatuses, sleep } from "@parley/messaging";
import type { MemoryData } from "@parley/store/memory";
import type { CallWorld, ProcessWorld } from "./process-world.ts";

/** How the provider treats a send, and how long its answer takes. */
export type Treatment = {
  readonly how:
    | "accepts"
    | "refuses"
    | "refuses-by-policy"
    | "is-busy"
    /** It asks for a pause. */
    | "is-over-rate"
    /** It takes the message, and the answer is lost or says nothing. */
    | "takes-silently"
    /** It does not take the message, and nobody can tell. */
    | "drops-silently";
  readonly answersAfterMs: number;
};

/** Which receipts it gives, in which order, how late, and whether it tells our key. */
export type ReceiptPlan = {
  readonly statuses: readonly ReceiptStatus[];
  readonly delayMs: number;
  readonly tellsKey: boolean;
};

/** A message that the host handed over. */
export type HandOver = {
  readonly key: string;
  readonly appId: string;
  readonly process: number;
  readonly at: number;
  /** How much the clock of the process was set on. */
  readonly clockShiftMs: number;
  /** Whether the outbox owed it at that moment. */
  readonly isOwed: boolean;
  /** An earlier send of the same thread that was owed as well. */
  readonly overtakes: string | undefined;
  /** Set once the provider took it. */
  messageId?: string;
};

export type ProviderOptions = {
  readonly data: MemoryData;
  readonly world: ProcessWorld;
  /** Sends a receipt on its way. */
  readonly post: (event: HostEvent, dueAt: number) => void;
};

/** A provider that remembers what it was handed, and what it left in doubt. */
export class Provider {
  readonly #options: ProviderOptions;
  readonly handOvers: HandOver[] = [];
  /** How often nobody could tell whether it took a send, by key. */
  readonly doubts = new Map<string, number>();
  /** Answers that told nothing, by process. */
  readonly ambiguousAnswers = new Map<number, number>();
  treatments: readonly Treatment[] = [];
  plans: readonly ReceiptPlan[] = [];
  #taken = 0;

  constructor(options: ProviderOptions) {
    this.#options = options;
  }

  /** The gateway of a process; `call` makes each send a call to the world. */
  gateway(process: number, { call, clock }: { readonly call: CallWorld; readonly clock: Clock }): Gateway {
    return {
      send: async (request) => {
        const handOver = this.#note(request, process);
        const { how, answersAfterMs } = this.#treatment();
        const answer = await call(`send ${request.sendKey}`, async () => this.#treat(request, how, handOver));
        if (answersAfterMs > 0) await sleep(clock, answersAfterMs);
        if (answer.type === "ambiguous") count(this.ambiguousAnswers, process);
        return answer;
      },
      parse: () => ({ updates: [] }),
    };
  }

  /** A crash leaves every queued send in doubt. */
  doubtQueued(): void {
    for (const { key, state } of this.#options.data.sends.values()) if (state === "queued") count(this.doubts, key);
  }

  #note({ sendKey: key, app }: SendRequest, process: number): HandOver {
    const { data, world } = this.#options;
    const row = data.sends.get(key);
    const earlier = [...data.sends.values()].find(
      ({ threadId, sequence, state }) =>
        row !== undefined && threadId === row.threadId && sequence < row.sequence && state === "queued",
    );
    const clockShiftMs = world.clockNow - world.now;
    const isOwed = row?.state === "queued";
    const handOver = { key, appId: app.id, process, at: world.now, clockShiftMs, isOwed, overtakes: earlier?.key };
    this.handOvers.push(handOver);
    return handOver;
  }

  #treatment(): Treatment {
    const index = (this.handOvers.length - 1) % Math.max(1, this.treatments.length);
    return this.treatments[index] ?? { how: "accepts", answersAfterMs: 0 };
  }

  #treat({ sendKey, to, app }: SendRequest, how: Treatment["how"], handOver: HandOver): GatewayAnswer {
    const error = { code: 131_026, title: "Message undeliverable", details: "" };
    switch (how) {
      case "accepts":
        return { type: "accepted", messageId: this.#take(handOver), contact: to };
      case "takes-silently":
      case "drops-silently":
        if (how === "takes-silently") this.#take(handOver);
        if (app.settings.ambiguous === "retry") count(this.doubts, sendKey);
        return { type: "ambiguous", reason: "the answer was lost" };
      case "is-busy":
        return { type: "retryable", reason: "busy" };
      case "is-over-rate":
        return { type: "retryable", reason: "over the rate", retryAfterMs: 5_000 };
      case "refuses":
      case "refuses-by-policy":
        return { type: "refused", isPolicy: how === "refuses-by-policy", error };
    }
  }

  #take(handOver: HandOver): string {
    const { world, post } = this.#options;
    const plan = this.plans[this.#taken % Math.max(1, this.plans.length)];
    this.#taken += 1;
    const messageId = `m${this.#taken}`;
    handOver.messageId = messageId;
    const { statuses = receiptStatuses, delayMs = 0, tellsKey = true } = plan ?? {};
    statuses.forEach((status, index) => {
      const dueAt = world.now + delayMs * (index + 1);
      const error = status === "failed" ? { error: { code: 131_026, title: "Undeliverable", details: "" } } : {};
      const sendKey = tellsKey ? { sendKey: handOver.key } : {};
      post(
        {
          type: "receipt",
          appId: handOver.appId,
          receipt: { messageId, status, at: world.clockNow, ...sendKey, ...error },
        },
        dueAt,
      );
    });
    return messageId;
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

import type { Gateway, GatewayAnswer, SendRequest } from "@parley/gateway";
import { type DeliveryReceipt, type ReceiptStatus, receiptStatuses } from "@parley/messaging";
import type { CallWorld } from "./process-world.ts";

/** How the provider treats a send. */
export type Treatment =
  | "accepts"
  | "refuses"
  | "is-busy"
  /** It takes the message, and the answer is lost. */
  | "takes-silently"
  /** It does not take the message, and nobody can tell. */
  | "drops-silently";

/** Which receipts it gives, in which order, how late, and whether it tells our key. */
export type ReceiptPlan = {
  readonly statuses: readonly ReceiptStatus[];
  readonly delayMs: number;
  readonly tellsKey: boolean;
};

/** A receipt on its way. */
export type PlannedReceipt = { readonly dueAt: number; readonly receipt: DeliveryReceipt };

/**
 * A message that the provider took. `isExplained`: receipts with our key come soon enough to tell a sender who lost the answer, so that nothing excuses
 * sending it again.
 */
export type Taken = { readonly key: string; readonly messageId: string; readonly isExplained: boolean };

/** Receipts that come so late tell too late. */
const soonMs = 30_000;

/** A provider that remembers what it took. */
export class Provider {
  readonly #now: () => number;
  readonly taken: Taken[] = [];
  readonly receipts: PlannedReceipt[] = [];
  treatments: readonly Treatment[] = [];
  plans: readonly ReceiptPlan[] = [];
  #sends = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The gateway of a process; `call` makes each send a call to the world. */
  gateway(call: CallWorld): Gateway {
    return {
      send: (request) => call(`send ${request.sendKey}`, async () => this.#send(request)),
      parse: () => ({ updates: [] }),
    };
  }

  #send({ sendKey, to }: SendRequest): GatewayAnswer {
    const treatment = this.treatments[this.#sends % Math.max(1, this.treatments.length)] ?? "accepts";
    this.#sends += 1;
    switch (treatment) {
      case "accepts":
        return { type: "accepted", messageId: this.#take(sendKey), contact: to };
      case "takes-silently":
        this.#take(sendKey);
        return { type: "ambiguous", reason: "the answer was lost" };
      case "drops-silently":
        return { type: "ambiguous", reason: "the request was lost" };
      case "is-busy":
        return { type: "retryable", reason: "busy" };
      case "refuses":
        return {
          type: "refused",
          isPolicy: false,
          error: { code: 131_026, title: "Message undeliverable", details: "" },
        };
    }
  }

  #take(key: string): string {
    const messageId = `m${this.taken.length + 1}`;
    const plan = this.plans[this.taken.length % Math.max(1, this.plans.length)];
    const { statuses = receiptStatuses, delayMs = 0, tellsKey = true } = plan ?? {};
    this.taken.push({ key, messageId, isExplained: tellsKey && statuses.length > 0 && delayMs < soonMs });
    statuses.forEach((status, index) => {
      const at = this.#now();
      const error = status === "failed" ? { error: { code: 131_026, title: "Undeliverable", details: "" } } : {};
      const receipt = { messageId, status, at, ...(tellsKey ? { sendKey: key } : {}), ...error };
      this.receipts.push({ dueAt: at + delayMs * (index + 1), receipt });
    });
    return messageId;
  }
}

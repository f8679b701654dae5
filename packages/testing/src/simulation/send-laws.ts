import { mergeStatus, type ReceiptStatus } from "@parley/messaging";
import type { MemoryData } from "@parley/store/memory";
import type { Violate } from "./message-laws.ts";
import type { Webhook } from "./postman.ts";
import type { HandOver, Provider } from "./provider.ts";
import { apps, reconcileAfterMs } from "./simulated-apps.ts";

/**
 * I5 Only what the outbox owes is handed over, a thread's earlier sends first. None is taken twice but in doubt, and then after a receipt had its
 *    time. At the end none is owed; what was accepted has been taken, and what was not says why.
 * I6 A send's status is the greatest of its acknowledged receipts.
 * I9 No second sees more sends of an app than its rate.
 */
export class SendLaws {
  readonly #data: MemoryData;
  readonly #provider: Provider;
  readonly #webhooks: readonly Webhook[];
  readonly #violate: Violate;
  readonly #byKey = new Map<string, HandOver[]>();
  readonly #acknowledged = new Set<Webhook>();
  #read = 0;

  constructor(
    data: MemoryData,
    provider: Provider,
    { webhooks, violate }: { webhooks: readonly Webhook[]; violate: Violate },
  ) {
    this.#data = data;
    this.#provider = provider;
    this.#webhooks = webhooks;
    this.#violate = violate;
  }

  check(): void {
    const { handOvers } = this.#provider;
    for (const [index, handOver] of handOvers.entries()) {
      if (index < this.#read) continue;
      this.#checkHandOver(handOver);
      this.#checkRate(handOvers.slice(0, index + 1), handOver);
      this.#byKey.set(handOver.key, [...(this.#byKey.get(handOver.key) ?? []), handOver]);
    }
    this.#read = handOvers.length;
    for (const [key, known] of this.#byKey) {
      if (known.length > 1 && this.#timesTaken(key) > 1 + (this.#provider.doubts.get(key) ?? 0))
        this.#violate("I5", `send ${key} was taken twice although it was known to be taken`);
    }
    this.#checkReceipts();
  }

  checkEnd(): void {
    for (const { key, state, reason, status, messageId } of this.#data.sends.values()) {
      if (state === "queued") this.#violate("I5", `send ${key} is still owed`);
      if (state === "accepted" && this.#timesTaken(key) === 0)
        this.#violate("I5", `send ${key} is accepted and never reached the provider`);
      if ((state === "failed" || state === "refused") && !reason)
        this.#violate("I5", `send ${key} is ${state} and does not say why`);
      const received = this.#receiptsOf(key, messageId);
      if (status !== received) this.#violate("I6", `send ${key} is ${status}; its receipts say ${received}`);
    }
  }

  /** How many messages the provider took more than once. */
  get doubles(): number {
    return [...this.#byKey.keys()].filter((key) => this.#timesTaken(key) > 1).length;
  }

  #timesTaken(key: string): number {
    return this.#byKey.get(key)?.filter(({ messageId }) => messageId !== undefined).length ?? 0;
  }

  #checkHandOver({ key, isOwed, overtakes, at, clockShiftMs }: HandOver): void {
    if (!isOwed) this.#violate("I5", `the provider was sent ${key}, which nobody owes`);
    if (overtakes !== undefined) this.#violate("I5", `send ${key} goes out before ${overtakes}`);
    const before = this.#byKey.get(key)?.findLast(({ messageId }) => messageId !== undefined);
    if (before !== undefined && before.clockShiftMs === clockShiftMs && at - before.at < reconcileAfterMs)
      this.#violate("I5", `send ${key} goes out again before a receipt had its time`);
  }

  #checkRate(handOvers: readonly HandOver[], { appId, process, at, clockShiftMs }: HandOver): void {
    const start = handOvers.findLastIndex((other) => other.at <= at - 1000);
    const same = handOvers
      .slice(start + 1)
      .filter((other) => other.appId === appId && other.process === process && other.clockShiftMs === clockShiftMs);
    const rate = apps.get(appId)?.settings.messagesPerSecond ?? 0;
    if (same.length > rate) this.#violate("I9", `${same.length} sends of ${appId} in a second`);
  }

  #checkReceipts(): void {
    for (const webhook of this.#webhooks) {
      if (webhook.acknowledged === undefined || this.#acknowledged.has(webhook)) continue;
      this.#acknowledged.add(webhook);
      for (const event of webhook.events) if (event.type === "receipt") this.#checkReceipt(event.receipt);
    }
    const known = new Set([...this.#data.sends.values()].map(({ messageId }) => messageId));
    for (const { messageId } of this.#data.parkedReceipts)
      if (known.has(messageId)) this.#violate("I6", `a receipt of ${messageId} is parked although its send is known`);
  }

  #checkReceipt({
    messageId,
    sendKey,
    status,
  }: {
    messageId: string;
    sendKey?: string | undefined;
    status: ReceiptStatus;
  }): void {
    const rows = [...this.#data.sends.values()];
    const row = rows.find((one) => one.messageId === messageId) ?? rows.find(({ key }) => key === sendKey);
    const isParked = this.#data.parkedReceipts.some((parked) => parked.messageId === messageId);
    if (row === undefined && !isParked) this.#violate("I6", `an acknowledged receipt of ${messageId} is lost`);
    if (row !== undefined && row.status !== mergeStatus(row.status, status))
      this.#violate("I6", `send ${row.key} is ${row.status} after a receipt said ${status}`);
  }

  #receiptsOf(key: string, id: string | undefined): ReceiptStatus | undefined {
    let status: ReceiptStatus | undefined;
    for (const event of this.#webhooks.flatMap(({ events }) => events)) {
      if (event.type !== "receipt") continue;
      const { sendKey, messageId } = event.receipt;
      if (messageId === id || sendKey === key) status = mergeStatus(status, event.receipt.status);
    }
    return status;
  }
}

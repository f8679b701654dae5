import type { Signal } from "@parley/engine";
import { type Host, HostError, type HostEvent } from "@parley/host";
import { StoreError } from "@parley/store";

/** A webhook, delivered again until it is acknowledged. */
export type Webhook = {
  readonly events: readonly HostEvent[];
  /** What is told instead, where something happened outside the channel. */
  readonly signal: { readonly signal: Signal; readonly appId: string } | undefined;
  /** Not before this time. */
  readonly dueAt: number;
  /** The number of the call that delivered it first. */
  firstCall: number | undefined;
  /** The number of the call that was answered, and when. */
  acknowledged: { readonly call: number; readonly at: number } | undefined;
  isUnderWay: boolean;
};

/** Brings webhooks to the host of the day: what is due at once in any order, and again what was not acknowledged. */
export class Postman {
  readonly webhooks: Webhook[] = [];
  readonly #random: () => number;
  readonly #now: () => number;
  readonly #onRefused: (code: string) => void;
  #host: Host | undefined;
  #calls = 0;

  constructor(options: { random: () => number; now: () => number; onRefused: (code: string) => void }) {
    this.#random = options.random;
    this.#now = options.now;
    this.#onRefused = options.onRefused;
  }

  /** Whom to deliver to from now on; nobody while no host is up. The answers of the one before are lost. */
  serve(host: Host | undefined): void {
    this.#host = host;
    for (const webhook of this.webhooks) webhook.isUnderWay = false;
  }

  post(events: readonly HostEvent[], dueAt: number, signal?: Webhook["signal"]): void {
    const webhook = { events, signal, dueAt, firstCall: undefined, acknowledged: undefined, isUnderWay: false };
    this.webhooks.push(webhook);
    if (dueAt <= this.#now()) void this.#deliver(webhook);
  }

  /** When the next webhook falls due. */
  get nextDueAt(): number {
    const now = this.#now();
    return this.webhooks.reduce((next, { dueAt }) => (dueAt > now ? Math.min(next, dueAt) : next), Infinity);
  }

  /** Whether webhooks wait for their acknowledgement. */
  get isOwing(): boolean {
    return this.webhooks.some(({ acknowledged }) => acknowledged === undefined);
  }

  deliverDue(): void {
    const due = this.webhooks.filter(
      ({ dueAt, acknowledged, isUnderWay }) => dueAt <= this.#now() && acknowledged === undefined && !isUnderWay,
    );
    const drawn = due.map((webhook) => ({ webhook, place: this.#random() }));
    for (const { webhook } of drawn.toSorted((left, right) => left.place - right.place)) void this.#deliver(webhook);
  }

  /** Delivers once more, whether acknowledged or not; the answer interests nobody. */
  repeat(webhook: Webhook): void {
    if (this.#host === undefined) return;
    this.#count(webhook);
    void tell(this.#host, webhook).catch(() => undefined);
  }

  async #deliver(webhook: Webhook): Promise<void> {
    const host = this.#host;
    if (host === undefined) return;
    webhook.isUnderWay = true;
    const call = this.#count(webhook);
    const isOurs = (): boolean => this.#host === host;
    try {
      await tell(host, webhook);
      if (isOurs()) webhook.acknowledged = { call, at: this.#now() };
    } catch (error) {
      if (!(error instanceof HostError) && !(error instanceof StoreError)) throw error;
      this.#onRefused(error.code);
      if (isOurs()) webhook.isUnderWay = false;
    }
  }

  #count(webhook: Webhook): number {
    this.#calls += 1;
    webhook.firstCall ??= this.#calls;
    return this.#calls;
  }
}

async function tell(host: Host, { events, signal }: Webhook): Promise<void> {
  if (signal === undefined) return host.deliver(events);
  await host.signal(signal.signal, { appId: signal.appId });
}

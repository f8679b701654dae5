import { Agent } from "node:http";
import { businessNumber, textWebhook } from "@parley/testing/processes";
import { postSigned, type SignedTarget } from "./post-signed.ts";
import { quantile } from "./table.ts";
import { waIdOf } from "./wa-id.ts";

/** People who write: how many at once, for how long, and to which webhook. */
export type ExchangeRun = { readonly webhookUrl: string; readonly atOnce: number; readonly seconds: number };

/** What came of them. */
export type ExchangeResult = {
  /** Message, first reply, its three receipts, second reply, its three receipts: all there, and each webhook answered with 200. */
  readonly complete: number;
  readonly incomplete: number;
  readonly perSecond: number;
  /** From a message to the arrival of its first reply, and from the receipt `read` to the second one. */
  readonly first: Quantiles;
  readonly second: Quantiles;
  /** HTTP requests of all exchanges, both ways. */
  readonly requests: number;
  /** The part of one core that the stand-in used. */
  readonly standInCpu: number;
};

type Quantiles = { readonly p50Ms: number; readonly p99Ms: number };

/** A reply that arrived, and its receipts once all are told. */
export type Arrival = {
  readonly at: number;
  readonly text: string;
  readonly receipts: Promise<{ readonly readAt: number }>;
};

/** The people whom a business writes to: whose reply has arrived is told to them, and they post webhooks. */
export interface People {
  /** Posts a webhook's body, signed. Rejects unless it is answered with 200. */
  post(body: unknown): Promise<void>;
  /** A reply arrived at the phone of that number. */
  arrive(waId: string, arrival: Arrival): void;
}

/** After so many exchanges another person writes, so that no conversation grows without end and some begin. */
const exchangesPerPerson = 20;
/** An exchange that is not complete by then never will be. */
const patienceMs = 10_000;
const { phoneNumberId } = businessNumber;

/** How many have written so far: nobody writes in two runs. */
let people = 0;

/** People who write, wait for their replies, and write again, until their time is over. */
export class ExchangeRunner implements People {
  readonly #run: ExchangeRun;
  readonly #target: SignedTarget;
  readonly #waiting = new Map<string, (arrival: Arrival) => void>();
  readonly #firsts: number[] = [];
  readonly #seconds: number[] = [];
  #incomplete = 0;
  #requests = 0;

  constructor(run: ExchangeRun) {
    this.#run = run;
    const agent = new Agent({ keepAlive: true });
    this.#target = { url: new URL(run.webhookUrl), secret: businessNumber.appSecret, agent };
  }

  /** Lets them write, and resolves when the last exchange has ended. */
  async run(): Promise<ExchangeResult> {
    const { atOnce, seconds } = this.#run;
    const cpuBefore = process.cpuUsage();
    const began = performance.now();
    await Promise.all(Array.from({ length: atOnce }, () => this.#line(began + seconds * 1000)));
    const elapsedMs = performance.now() - began;
    const cpu = process.cpuUsage(cpuBefore);
    this.#target.agent.destroy();
    return {
      complete: this.#firsts.length,
      incomplete: this.#incomplete,
      requests: this.#requests,
      perSecond: (this.#firsts.length / elapsedMs) * 1000,
      first: quantilesOf(this.#firsts),
      second: quantilesOf(this.#seconds),
      standInCpu: (cpu.user + cpu.system) / 1000 / elapsedMs,
    };
  }

  async post(body: unknown): Promise<void> {
    this.#requests += 1;
    const status = await postSigned(this.#target, JSON.stringify(body));
    if (status !== 200) throw new Error(`A webhook was answered with ${status}.`);
  }

  arrive(waId: string, arrival: Arrival): void {
    this.#requests += 1;
    this.#waiting.get(waId)?.(arrival);
  }

  async #line(until: number): Promise<void> {
    let from = "";
    for (let count = 0; performance.now() < until; count += 1) {
      if (count % exchangesPerPerson === 0) from = waIdOf((people += 1));
      try {
        await this.#exchange(from, `message ${count}`);
      } catch (error) {
        this.#incomplete += 1;
        console.error(String(error));
      }
    }
  }

  /** Rejects when a part of the exchange does not come, or is not what it should be. */
  async #exchange(from: string, said: string): Promise<void> {
    const began = performance.now();
    const arrived = await this.#replies(from, said);
    const told = await Promise.all(arrived.map(({ receipts }) => receipts));
    this.#waiting.delete(from);
    const [first, second] = arrived;
    if (first?.text !== `First: ${said}` || second?.text !== `Second: ${said}` || arrived.length !== 2)
      throw new Error(`The replies to "${said}" were: ${arrived.map(({ text }) => text).join(", ")}.`);
    this.#firsts.push(first.at - began);
    this.#seconds.push(second.at - (told[0]?.readAt ?? 0));
  }

  /** Writes, and waits for both replies; a third one that comes while their receipts are told joins them. */
  async #replies(from: string, text: string): Promise<readonly Arrival[]> {
    const arrived: Arrival[] = [];
    const { promise: both, resolve, reject } = Promise.withResolvers<void>();
    const deadline = setTimeout(() => reject(new Error("It took too long.")), patienceMs);
    this.#waiting.set(from, (arrival) => {
      arrived.push(arrival);
      if (arrived.length === 2) resolve();
    });
    await Promise.all([this.post(textWebhook({ phoneNumberId, from, text })), both]).finally(() =>
      clearTimeout(deadline),
    );
    return arrived;
  }
}

function quantilesOf(values: readonly number[]): Quantiles {
  const sorted = values.toSorted((left, right) => left - right);
  return { p50Ms: quantile(sorted, 0.5), p99Ms: quantile(sorted, 0.99) };
}

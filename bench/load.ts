import { Agent } from "node:http";
import { parseArgs } from "node:util";
import { textWebhook } from "@parley/testing/processes";
import { postSigned } from "./post-signed.ts";
import { quantile } from "./table.ts";
import { waIdOf } from "./wa-id.ts";

/* The load generator, a process of its own: posts signed webhooks with a fixed number in flight, and says how it went as a line of JSON. */

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "" },
    secret: { type: "string", default: "" },
    phoneNumberId: { type: "string", default: "" },
    inFlight: { type: "string", default: "1" },
    seconds: { type: "string", default: "3" },
    contacts: { type: "string", default: "2000" },
  },
});

/** What a run of the load generator found. */
export type LoadResult = {
  readonly count: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** The part of one core that the generator used. */
  readonly generatorCpu: number;
  /** Webhooks that were not answered with 200. */
  readonly failed: number;
};

const inFlight = Number(values.inFlight);
const contacts = Number(values.contacts);
const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
const target = { url: new URL(values.url), secret: values.secret, agent };
const latencies: number[] = [];
let failed = 0;
/** Where the run begins is left to chance, so that runs that follow one another wake different people. */
let sequence = Math.floor(Math.random() * contacts);
/** A prime: people who write one after the other are no neighbours in the database. */
const stride = 7_919;

function nextBody(): string {
  sequence += 1;
  const from = waIdOf((sequence * stride) % contacts);
  return JSON.stringify(textWebhook({ phoneNumberId: values.phoneNumberId, from, text: `message ${sequence}` }));
}

async function worker(until: number): Promise<void> {
  while (performance.now() < until) {
    const body = nextBody();
    const started = performance.now();
    const status = await postSigned(target, body);
    latencies.push(performance.now() - started);
    if (status !== 200) failed += 1;
  }
}

const cpuBefore = process.cpuUsage();
const started = performance.now();
await Promise.all(Array.from({ length: inFlight }, () => worker(started + Number(values.seconds) * 1000)));
const elapsedMs = performance.now() - started;
const cpu = process.cpuUsage(cpuBefore);
const sorted = latencies.toSorted((left, right) => left - right);
const result: LoadResult = {
  count: sorted.length,
  perSecond: (sorted.length / elapsedMs) * 1000,
  p50Ms: quantile(sorted, 0.5),
  p99Ms: quantile(sorted, 0.99),
  generatorCpu: (cpu.user + cpu.system) / 1000 / elapsedMs,
  failed,
};
console.log(JSON.stringify(result));
agent.destroy();

import { Agent, request } from "node:http";
import { parseArgs } from "node:util";
import { signatureOf } from "@parley/simulator/http";
import { textWebhook } from "@parley/testing/processes";

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
  /** Of one core, in percent. */
  readonly generatorCpu: number;
  readonly failed: number;
};

const inFlight = Number(values.inFlight);
const target = new URL(values.url);
const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
const latencies: number[] = [];
let failed = 0;
let sequence = 0;

function nextBody(): string {
  sequence += 1;
  const from = `316${String(10_000_000 + (sequence % Number(values.contacts)))}`;
  return JSON.stringify(textWebhook({ phoneNumberId: values.phoneNumberId, from, text: `message ${sequence}` }));
}

function post(body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-hub-signature-256": signatureOf(body, values.secret),
    };
    const { hostname, port, pathname: path } = target;
    const call = request({ method: "POST", hostname, port, path, headers, agent }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode));
    });
    call.once("error", reject);
    call.end(body);
  });
}

async function worker(until: number): Promise<void> {
  while (performance.now() < until) {
    const body = nextBody();
    const started = performance.now();
    const status = await post(body);
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
const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const result: LoadResult = {
  count: sorted.length,
  perSecond: (sorted.length / elapsedMs) * 1000,
  p50Ms: at(0.5),
  p99Ms: at(0.99),
  generatorCpu: ((cpu.user + cpu.system) / 1000 / elapsedMs) * 100,
  failed,
};
console.log(JSON.stringify(result));
agent.destroy();

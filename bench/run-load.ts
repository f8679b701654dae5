import { fileURLToPath } from "node:url";
import { businessNumber, type Child, startChild } from "@parley/testing/processes";
import type { LoadResult } from "./load.ts";
import { withUsage } from "./usage.ts";

const loadProgram = fileURLToPath(import.meta.resolve("./load.ts"));
const bareProgram = fileURLToPath(import.meta.resolve("./bare-server.ts"));

/** A server to be loaded: its webhook's address without the path, and the process whose CPU is counted. */
export type Target = { readonly url: string; readonly pid: number | undefined };

/** A load: requests under way at once, for how long, from how many people. */
export type Load = { readonly inFlight: number; readonly seconds: number; readonly contacts?: number };

/** What a load came to, with the processor time of the server. */
export type Loaded = LoadResult & {
  /** All its threads together; undefined where the system does not tell. */
  readonly serverCpuMs: number | undefined;
  /** What it sent to the disk: pages of the log, and of the database when the log is copied. */
  readonly serverWrittenKb: number | undefined;
};

/** Loads a server with signed webhooks. Rejects when one of them was not answered with 200, or none was. */
export async function runLoad({ url, pid }: Target, { inFlight, seconds, contacts = 2_000 }: Load): Promise<Loaded> {
  const { appSecret: secret, phoneNumberId } = businessNumber;
  const options = { url: `${url}/webhooks/cloud-api/default`, secret, phoneNumberId, inFlight, seconds, contacts };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const result = await withUsage(pid, async () => {
    await using generator = startChild({ name: "The load generator", args: [loadProgram, ...args] });
    const found = generator.line((line) => (line.startsWith("{") ? (JSON.parse(line) as LoadResult) : undefined));
    await generator.exited;
    return found;
  });
  if (result.failed > 0 || result.count === 0)
    throw new Error(`Of ${result.count} webhooks to ${url}, ${result.failed} were not answered with 200.`);
  return result;
}

/** Processor time of the server for one request, in microseconds. */
export function cpuPerRequest({ serverCpuMs, count }: Pick<Loaded, "serverCpuMs" | "count">): number | undefined {
  return serverCpuMs && (serverCpuMs * 1000) / count;
}

/** A program that prints its URL as a line of JSON once it listens. */
export async function startTarget(
  name: string,
  args: readonly string[],
): Promise<Target & AsyncDisposable & { readonly child: Child }> {
  const child = startChild({ name, args });
  try {
    const url = await child.line((line) => /"url":"(.+?)"/.exec(line)?.[1]);
    return { url, pid: child.pid, child, [Symbol.asyncDispose]: () => child[Symbol.asyncDispose]() };
  } catch (error) {
    await child.end("SIGKILL");
    throw error;
  }
}

/** The route that the server is measured beside, with its data in a folder. */
export function startBareRoute(folder: string): ReturnType<typeof startTarget> {
  const options = ["--path", `${folder}/bare.db`, "--secret", businessNumber.appSecret];
  return startTarget("The bare route", [bareProgram, ...options]);
}

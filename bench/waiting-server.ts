import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Server, startChild, startServer } from "@parley/testing/processes";
import { serverEnv } from "./server-env.ts";
import type { StandIn } from "./stand-in.ts";

/** Waiting conversations, when the first of them is due, and over how long a time the others are. */
export type Filling = {
  readonly first?: number;
  readonly count: number;
  readonly dueFrom: number;
  readonly dueOverMs: number;
};

const program = fileURLToPath(import.meta.resolve("./fill.ts"));

/** Where a server keeps its data. */
export function databaseOf(dataDir: string): string {
  return `${dataDir}/parley.db`;
}

/** Puts conversations into the store of a server that is not running; gives how long that took. */
export async function fillStore(dataDir: string, filling: Filling): Promise<number> {
  mkdirSync(dataDir, { recursive: true });
  const options = Object.entries({ path: databaseOf(dataDir), ...filling });
  const args = options.flatMap(([name, value]) => [`--${name}`, String(value)]);
  const began = performance.now();
  await using child = startChild({ name: "The filling", args: [program, ...args] });
  const { code, signal } = await child.exited;
  if (code !== 0) throw new Error(`The filling ended with ${signal ?? code}:\n${child.output()}`);
  return performance.now() - began;
}

/** A server on a store that was filled. */
export type WaitingServer = AsyncDisposable & {
  readonly server: Server;
  /** Until it listened, and the size of its database then. */
  readonly startMs: number;
  readonly databaseMb: number;
};

/** Starts a server on a filled store. */
export async function startWaitingServer(
  dataDir: string,
  parts: { readonly standIn: StandIn; readonly profile: string | undefined },
): Promise<WaitingServer> {
  const databaseMb = statSync(databaseOf(dataDir)).size / 1024 / 1024;
  const began = performance.now();
  const server = await startServer({ dataDir, simulator: parts.standIn, env: serverEnv(parts) });
  const startMs = performance.now() - began;
  return { server, startMs, databaseMb, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

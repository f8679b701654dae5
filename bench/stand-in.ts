import { fileURLToPath } from "node:url";
import { startTarget, type Target } from "./run-load.ts";
import type { ExchangeResult, ExchangeRun } from "./people.ts";

/** What stands in for WhatsApp: takes sends, and plays the people who write, read, and write again. */
export interface StandIn extends Target, AsyncDisposable {
  /** There is nothing to register: it serves every number. */
  register(): Promise<void>;
  /** Lets people have exchanges with a server, and says how these went. */
  exchange(run: ExchangeRun): Promise<ExchangeResult>;
}

const program = fileURLToPath(import.meta.resolve("./stand-in-server.ts"));

/** Starts the stand-in in a process of its own. */
export async function startStandIn(): Promise<StandIn> {
  const target = await startTarget("The stand-in", [program]);
  return {
    url: target.url,
    pid: target.pid,
    register: () => Promise.resolve(),
    exchange: async (run) => {
      const response = await fetch(`${target.url}/exchange`, { method: "POST", body: JSON.stringify(run) });
      if (!response.ok) throw new Error(`The stand-in answered ${response.status}: ${await response.text()}`);
      return (await response.json()) as ExchangeResult;
    },
    [Symbol.asyncDispose]: () => target[Symbol.asyncDispose](),
  };
}

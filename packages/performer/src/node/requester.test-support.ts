import type { HttpRequestTask, HttpValues, TaskAnswer } from "@parley/flow";
import { sealedText } from "@parley/messaging";
import { expect } from "vitest";
import { closings } from "./customer-server.test-support.ts";
import { forbiddenAddress } from "./forbidden-address.ts";
import { type ResolveName, resolveBySystem } from "./guarded-lookup.ts";
import { createRequester, type Requester } from "./requester.ts";

/** A secret with characters that mean something in headers, JSON and URLs. */
export const secret = 'k"ey/with &marks';
/** As a flow holds it. */
export const sealed = sealedText("c2VhbGVk", secret.length);

export type Options = { readonly resolve?: ResolveName; readonly keepsAway?: boolean };

export function makeRequester({ resolve = resolveBySystem, keepsAway = false }: Options = {}): Requester {
  const requester = createRequester({
    resolve,
    forbid: keepsAway ? forbiddenAddress : () => undefined,
    open: (text) => (text === "c2VhbGVk" ? secret : undefined),
  });
  closings.push(() => requester.close());
  return requester;
}

export function taskTo(url: string, more: Partial<HttpRequestTask> = {}): HttpRequestTask {
  return {
    type: "http-request",
    method: "GET",
    url,
    headers: [],
    connectTimeoutMs: 5_000,
    requestTimeoutMs: 10_000,
    retries: 0,
    retryAfterMs: 10,
    retryOn: ["429", "5xx"],
    responseFormat: "json",
    fields: [],
    ...more,
  };
}

export async function ask(
  url: string,
  more: Partial<HttpRequestTask> = {},
  options: Options & { readonly signal?: AbortSignal; readonly key?: string } = {},
): Promise<TaskAnswer> {
  const { signal = new AbortController().signal, key = "key-1" } = options;
  return makeRequester(options).request(taskTo(url, more), { key, signal });
}

export async function valuesOf(asked: Promise<TaskAnswer>): Promise<HttpValues> {
  const given = await asked;
  expect(given).toMatchObject({ type: "done" });
  return (given as unknown as { values: HttpValues }).values;
}

export async function reasonOf(asked: Promise<TaskAnswer>): Promise<string> {
  const given = await asked;
  if (given.type === "done") throw new Error(`it was answered ${JSON.stringify(given.values).slice(0, 200)}`);
  return `${given.type}: ${given.reason}`;
}

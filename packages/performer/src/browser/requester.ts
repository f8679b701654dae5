import type { HttpRequestTask, TaskAnswer } from "@parley/flow";
import { sleep } from "@parley/messaging";
import { decodeText } from "../http/decoded-text.ts";
import { answerOf, type HttpAnswer } from "../http/http-answer.ts";
import { HttpRefusal, tooLongAnswer } from "../http/http-refusal.ts";
import { type OpenedRequest, openRequest } from "../http/opened-request.ts";
import { type Attempt, repeatRequest } from "../http/repeat-request.ts";
import { createSecrets, type Open, type Secrets } from "../http/secrets.ts";
import { performerLimits } from "../limits.ts";
import { systemClock } from "./system-clock.ts";

export type BrowserRequesterOptions = { readonly open: Open; readonly fetch: typeof globalThis.fetch };

/**
 * Asks servers by `fetch`, as far as the browser lets a page do so; without the cookies that the browser has of them. No key goes along by which a repetition could
 * be told: a preview repeats nothing after a crash, and servers let pages send few headers.
 */
export async function request(
  task: HttpRequestTask,
  signal: AbortSignal,
  { open, fetch }: BrowserRequesterOptions,
): Promise<TaskAnswer> {
  const secrets = createSecrets(open);
  const opening = openRequest(task, secrets);
  if (!opening.ok) return { type: "failed", reason: opening.reason };
  const wait = (ms: number): Promise<void> => sleep(systemClock, ms, signal);
  const ask = (): Promise<Attempt> => attempt(opening.request, { task, secrets, signal, fetch });
  try {
    const last = await repeatRequest(task, ask, { wait, now: systemClock.now });
    if (last.type === "answered") return answerOf(last.answer, task, secrets);
    return { type: last.type, reason: secrets.mask(last.reason) };
  } catch (error) {
    if (signal.aborted) return { type: "timed-out", reason: "The request was broken off." };
    throw error;
  }
}

type Tools = {
  readonly task: HttpRequestTask;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
  readonly fetch: typeof globalThis.fetch;
};

async function attempt(opened: OpenedRequest, { task, secrets, signal, fetch }: Tools): Promise<Attempt> {
  const url = URL.parse(opened.url);
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  const shown = JSON.stringify(secrets.mask(isWeb ? url.origin : opened.url.replace(/[?#].*$/s, "")).slice(0, 200));
  const problem = urlProblem(url);
  if (url === null || problem !== undefined)
    return { type: "failed", reason: `The URL ${shown} ${problem ?? "is no URL"}.`, isFinal: true };
  const deadline = AbortSignal.timeout(task.requestTimeoutMs);
  try {
    return { type: "answered", answer: await ask(url, opened, { fetch, signal: AbortSignal.any([signal, deadline]) }) };
  } catch (error) {
    if (signal.aborted) throw error;
    if (deadline.aborted)
      return { type: "timed-out", reason: `The server gave no whole answer within ${task.requestTimeoutMs} ms.` };
    if (error instanceof HttpRefusal) return { type: "failed", reason: error.message, isFinal: true };
    const reason = `The preview could not ask ${shown}: browsers let a page ask only where its own server permits it and the other one too (CSP, CORS), or it cannot be reached. A live flow asks from the server, which has no such limit.`;
    return { type: "failed", reason, isFinal: true };
  }
}

function urlProblem(url: URL | null): string | undefined {
  if (url === null) return "is no URL";
  if (url.protocol !== "https:" && url.protocol !== "http:") return "is neither http nor https";
  return url.username !== "" || url.password !== "" ? "holds a user name or a password" : undefined;
}

async function ask(
  url: URL,
  { method, headers, body }: OpenedRequest,
  { fetch, signal }: Pick<Tools, "fetch" | "signal">,
): Promise<HttpAnswer> {
  const response = await fetch(url, {
    method,
    headers: headers.map(({ name, value }): [string, string] => [name, value]),
    ...(body === undefined ? {} : { body }),
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
    signal,
  });
  return {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers],
    body: decodeText(await readWhole(response), response.headers.get("content-type") ?? ""),
  };
}

async function readWhole({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read()) {
    bytes += read.value.length;
    if (bytes > performerLimits.responseBytes) {
      await reader?.cancel();
      throw new HttpRefusal(tooLongAnswer);
    }
    chunks.push(read.value);
  }
  const whole = new Uint8Array(bytes);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

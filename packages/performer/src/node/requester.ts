import { STATUS_CODES } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { HttpRequestTask, TaskAnswer } from "@parley/flow";
import { Agent, request as ask } from "undici";
import { decodeText } from "../http/decoded-text.ts";
import { answerOf, type HttpAnswer } from "../http/http-answer.ts";
import { HttpRefusal, tooManyRedirects } from "../http/http-refusal.ts";
import { type OpenedRequest, openRequest } from "../http/opened-request.ts";
import { type Attempt, repeatRequest } from "../http/repeat-request.ts";
import { createSecrets, type Open, type Secrets } from "../http/secrets.ts";
import { performerLimits } from "../limits.ts";
import type { PerformOptions } from "../performer.ts";
import { checkUrl, leadsWrong, shownUrl, type UrlRules } from "./checked-url.ts";
import { type ForbidAddress, ForbiddenNameError, guardedLookup, type ResolveName } from "./guarded-lookup.ts";
import { causeOf, codeOf, isLasting, meaningOf } from "./network-trouble.ts";
import { redirected, toAnother, withDefaults, withKey } from "./redirected-request.ts";
import { readUnpacked } from "./unpacked-body.ts";

/** Asks servers. */
export interface Requester {
  /** Asks as the task says; an abort gives `timed-out`. */
  request(task: HttpRequestTask, options: PerformOptions): Promise<TaskAnswer>;
  /** Waits for the requests under way, then closes the connections. */
  close(): Promise<void>;
}

export type RequesterOptions = {
  readonly forbid: ForbidAddress;
  readonly resolve: ResolveName;
  readonly open: Open;
};

/** Asks by HTTP/1.1, of public servers only unless they may be private, also after redirects and whatever a name resolves to. */
export function createRequester({ forbid, resolve, open }: RequesterOptions): Requester {
  const agents = new Map<number, Agent>();
  let isClosed = false;

  /** Connections belong to the time that making one may take. */
  function agentFor(connectTimeoutMs: number): Agent {
    const known = agents.get(connectTimeoutMs);
    if (known !== undefined) return known;
    // The connections of one that is forgotten close by themselves when nobody uses them.
    const [oldest] = agents.keys();
    if (oldest !== undefined && agents.size >= performerLimits.connectTimes) agents.delete(oldest);
    const agent = new Agent({
      connections: performerLimits.requestConnectionsPerOrigin,
      maxOrigins: performerLimits.origins,
      maxHeaderSize: performerLimits.responseHeaderBytes,
      pipelining: 1,
      allowH2: false,
      connect: { lookup: guardedLookup(resolve, forbid), timeout: connectTimeoutMs },
      // The deadline of the whole attempt is kept here; these two would only repeat a part of it.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    agents.set(connectTimeoutMs, agent);
    return agent;
  }

  return {
    request: async (task, { key, signal }) => {
      if (isClosed) return { type: "failed", reason: "No server is asked any more: the performer is closed." };
      const secrets = createSecrets(open);
      const opening = openRequest(withKey(task, key), secrets);
      if (!opening.ok) return { type: "failed", reason: opening.reason };
      const rules: UrlRules = { forbid, goes: "request", show: (url) => secrets.mask(withoutQuery(url)) };
      const askOnce = (): Promise<Attempt> => {
        const agent = agentFor(task.connectTimeoutMs);
        return attempt(opening.request, { agent, rules, secrets, signal, task });
      };
      const wait = (ms: number): Promise<void> => sleep(ms, undefined, { signal });
      try {
        const last = await repeatRequest(task, askOnce, { wait, now: Date.now });
        if (last.type === "answered") return answerOf(last.answer, task, secrets);
        return { type: last.type, reason: secrets.mask(last.reason) };
      } catch (error) {
        if (signal.aborted) return { type: "timed-out", reason: "The request was broken off." };
        throw error;
      }
    },
    close: async () => {
      isClosed = true;
      await Promise.all([...agents.values()].map((agent) => agent.close()));
    },
  };
}

type Tools = {
  readonly agent: Agent;
  readonly rules: UrlRules;
  readonly secrets: Secrets;
  readonly signal: AbortSignal;
  readonly task: HttpRequestTask;
};

/** Asks once, within the time of one attempt. Rejects only where it is broken off. */
async function attempt(request: OpenedRequest, tools: Tools): Promise<Attempt> {
  const { requestTimeoutMs, connectTimeoutMs } = tools.task;
  const deadline = AbortSignal.timeout(requestTimeoutMs);
  const signal = AbortSignal.any([tools.signal, deadline]);
  try {
    return { type: "answered", answer: await follow(request, { ...tools, signal }) };
  } catch (error) {
    if (tools.signal.aborted) throw error;
    if (deadline.aborted)
      return { type: "timed-out", reason: `The server gave no whole answer within ${requestTimeoutMs} ms.` };
    const cause = causeOf(error);
    if (cause instanceof HttpRefusal) return { type: "failed", reason: cause.message, isFinal: true };
    const code = codeOf(cause);
    if (code === "UND_ERR_CONNECT_TIMEOUT")
      return { type: "timed-out", reason: `No connection to the server was made within ${connectTimeoutMs} ms.` };
    return { type: "failed", reason: `The server could not be asked: ${meaningOf(code)}.`, isFinal: isLasting(code) };
  }
}

/** Asks, and follows where it is led on, by the rules of `fetch` (Fetch, HTTP-redirect fetch). */
async function follow(first: OpenedRequest, tools: Tools): Promise<HttpAnswer> {
  let request = first;
  let checked = checkUrl(request.url, tools.rules);
  for (let redirects = 0; ; redirects += 1) {
    if (!checked.ok) throw new HttpRefusal(checked.reason);
    const { url } = checked;
    const asked = await askOnce(url, request, tools);
    if (asked.type === "answered") return asked.answer;
    if (redirects === performerLimits.requestRedirects) throw new HttpRefusal(tooManyRedirects);
    checked = checkUrl(asked.location, tools.rules, url);
    request = redirected(request, asked.status);
    if (checked.ok && checked.url.origin !== url.origin) request = toAnother(request, checked.url, tools.rules);
  }
}

type Asked =
  | { readonly type: "answered"; readonly answer: HttpAnswer }
  | { readonly type: "leads-on"; readonly status: number; readonly location: string };

async function askOnce(url: URL, request: OpenedRequest, { agent, rules, signal }: Tools): Promise<Asked> {
  const { method, body = null } = request;
  const headers = withDefaults(request.headers).flatMap(({ name, value }) => [name, value]);
  const answer = await ask(url, {
    dispatcher: agent,
    method,
    headers,
    body,
    signal,
    responseHeaders: "raw",
  }).catch((error: unknown) => {
    const cause = causeOf(error);
    if (!(cause instanceof ForbiddenNameError)) throw error;
    throw new HttpRefusal(`The URL ${shownUrl(url.href, rules)} ${leadsWrong(rules, cause.message)}.`);
  });
  const received = pairsOf(answer.headers as unknown as readonly string[]);
  const valueOf = (wanted: string): string | undefined => received.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const location = valueOf("location");
  if ([301, 302, 303, 307, 308].includes(answer.statusCode) && location !== undefined) {
    await answer.body.dump({ limit: performerLimits.answerBytes }).catch(() => undefined);
    return { type: "leads-on", status: answer.statusCode, location };
  }
  const content = await readUnpacked(answer.body, valueOf("content-encoding") ?? "");
  return {
    type: "answered",
    answer: {
      status: answer.statusCode,
      statusText: answer.statusText || (STATUS_CODES[answer.statusCode] ?? ""),
      headers: received,
      body: decodeText(content, valueOf("content-type") ?? ""),
    },
  };
}

function pairsOf(raw: readonly string[]): (readonly [string, string])[] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ""] as const] : []));
}

/** A query may hold what nobody sealed and yet is a secret. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, "");
}

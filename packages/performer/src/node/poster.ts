import { Agent, request as ask } from "undici";
import { performerLimits } from "../limits.ts";
import type { Performer, PostAnswer, PostRequest } from "../performer.ts";
import { type CheckedUrl, checkUrl, leadsWrong, shownUrl, type UrlRules } from "./checked-url.ts";
import { type ForbidAddress, ForbiddenNameError, guardedLookup, type ResolveName } from "./guarded-lookup.ts";
import { causeOf, codeOf } from "./network-trouble.ts";

/** Posts reports. */
export interface Poster extends Pick<Performer, "post"> {
  /** Waits for the posts under way, then closes the connections. */
  close(): Promise<void>;
}

export type PosterOptions = {
  readonly forbid: ForbidAddress;
  readonly resolve: ResolveName;
  /** The longest a post may take, redirects included. */
  readonly timeoutMs: number;
};

/**
 * Posts by HTTP/1.1. Redirects of a post are posted again (301, 302, 307, 308); 303 would make a reading of it, and is an answer.
 */
export function createPoster({ forbid, resolve, timeoutMs }: PosterOptions): Poster {
  const agent = new Agent({
    connections: performerLimits.connectionsPerOrigin,
    maxOrigins: performerLimits.origins,
    pipelining: 1,
    allowH2: false,
    connect: { lookup: guardedLookup(resolve, forbid), timeout: timeoutMs },
    // The deadline of the whole post is kept below; these two would only repeat a part of it.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const rules: UrlRules = { forbid, goes: "report", show: (url) => url };
  return {
    post: async (request, signal) => {
      const deadline = AbortSignal.timeout(timeoutMs);
      const either = AbortSignal.any([signal, deadline]);
      try {
        return await follow(request, { agent, rules, signal: either });
      } catch (error) {
        if (deadline.aborted) return { type: "failed", reason: `There was no answer within ${timeoutMs} ms.` };
        if (signal.aborted) return { type: "failed", reason: "The post was broken off." };
        return troubleOf(request.url, error, rules);
      }
    },
    close: () => agent.close(),
  };
}

type PostTools = { readonly agent: Agent; readonly rules: UrlRules; readonly signal: AbortSignal };

async function follow(request: PostRequest, tools: PostTools): Promise<PostAnswer> {
  let checked: CheckedUrl = checkUrl(request.url, tools.rules);
  let headers = request.headers;
  for (let redirects = 0; ; redirects += 1) {
    if (!checked.ok) return { type: "forbidden", reason: checked.reason };
    const { url } = checked;
    const { status, location } = await postOnce(url, { ...request, headers }, tools);
    if (location === undefined) return { type: "answered", status };
    if (redirects === performerLimits.redirects) {
      const reason = `The URL leads on more than ${performerLimits.redirects} times.`;
      return { type: "failed", reason };
    }
    checked = checkUrl(location, tools.rules, url);
    if (checked.ok && checked.url.origin !== url.origin) headers = withoutCredentials(headers);
  }
}

/** Posts, and lets go of what is answered. `location` is where it leads on. */
async function postOnce(
  url: URL,
  { headers, body }: PostRequest,
  { agent, signal }: PostTools,
): Promise<{ readonly status: number; readonly location: string | undefined }> {
  const answer = await ask(url, { dispatcher: agent, method: "POST", headers, body, signal });
  const { statusCode: status } = answer;
  // What was answered says all; how its body ends is no matter.
  await answer.body.dump({ limit: performerLimits.answerBytes }).catch(() => undefined);
  const { location } = answer.headers;
  const leadsOn = [301, 302, 307, 308].includes(status) && typeof location === "string";
  return { status, location: leadsOn ? location : undefined };
}

/** Headers that are meant for the first place alone. */
function withoutCredentials(headers: PostRequest["headers"]): PostRequest["headers"] {
  const meant = ["authorization", "proxy-authorization", "cookie"];
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !meant.includes(name.toLowerCase())));
}

function troubleOf(url: string, error: unknown, rules: UrlRules): PostAnswer {
  const cause = causeOf(error);
  if (cause instanceof ForbiddenNameError)
    return { type: "forbidden", reason: `The URL ${shownUrl(url, rules)} ${leadsWrong(rules, cause.message)}.` };
  return { type: "failed", reason: `It could not be posted: ${codeOf(cause)}.` };
}

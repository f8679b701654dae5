import { assertNever, type JsonObject } from "@parley/messaging";
import { FormData } from "undici";
import type { z } from "zod";
import type { AccountAnswer } from "../../account.ts";
import { cloudApiErrorOf } from "../../wire/errors.ts";
import { type Exchange, exchangeOnce } from "../exchange.ts";
import type { Graph } from "../graph.ts";
import { isSuccess, jsonOf, providerErrorOf, titleOf, type WireError, wireErrorOf, withoutToken } from "../reading.ts";

/** A question to the Graph API: what follows the version in its path, its query, and its body. */
export type Call = {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: JsonObject | FormData;
};

/** Asks once, and reads the answer by a schema. Never rejects; no answer holds the access token. */
export type Caller = <Schema extends z.ZodType>(
  call: Call,
  schema: Schema,
  signal: AbortSignal,
) => Promise<AccountAnswer<z.output<Schema>>>;

/** A caller on connections to the Graph API, with an access token and a longest time for each question. */
export function createCaller(
  { pool, prefix }: Graph,
  { accessToken, timeoutMs }: { readonly accessToken: string; readonly timeoutMs: number },
): Caller {
  return async ({ method, path, query = {}, body }, schema, signal) => {
    const isForm = body instanceof FormData;
    const request = {
      method,
      path: `${prefix}${path.map((part) => `/${encodeURIComponent(part.toWellFormed())}`).join("")}${queryOf(query)}`,
      headers: {
        authorization: `Bearer ${accessToken}`,
        // A form's type names the boundary between its parts, which is made when it is written.
        ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined || isForm ? body : JSON.stringify(body),
      timeoutMs,
    };
    return accountAnswerOf(withoutToken(await exchangeOnce(pool, request, signal), accessToken), schema);
  };
}

function queryOf(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given).toString()}`;
}

/** What an exchange means for a question about the account. */
export function accountAnswerOf<Schema extends z.ZodType>(
  exchange: Exchange,
  schema: Schema,
): AccountAnswer<z.output<Schema>> {
  switch (exchange.type) {
    case "not-written":
      return { type: "failed", reason: `The provider could not be reached: ${exchange.reason}.` };
    case "lost":
      return {
        type: "failed",
        reason: `The provider was asked, and its answer is lost: ${exchange.reason}. It may have done it all the same.`,
      };
    case "answered":
      return readAnswer(exchange, schema);
    default:
      return assertNever(exchange);
  }
}

type Answered = Extract<Exchange, { readonly type: "answered" }>;

function readAnswer<Schema extends z.ZodType>(answered: Answered, schema: Schema): AccountAnswer<z.output<Schema>> {
  const body = jsonOf(answered.text);
  const error = wireErrorOf(body);
  if (error !== undefined) return readError(error, answered);
  const { status } = answered;
  const parsed = schema.safeParse(body);
  if (isSuccess(answered) && parsed.success) return { type: "done", value: parsed.data };
  const reason = `The provider's answer, HTTP ${status}, could not be read.`;
  const isRefusal = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return isRefusal
    ? { type: "refused", error: { code: status, title: `HTTP ${status}`, details: reason } }
    : { type: "failed", reason };
}

/** A bad token is a refusal here, though a send would wait for a better one. */
function readError(error: WireError, { status }: Answered): AccountAnswer<never> {
  const code = codeOf(error);
  const known = cloudApiErrorOf(code);
  const title = error.error_user_title ?? known?.title ?? titleOf(error) ?? `Cloud API error ${code}`;
  const refused = { type: "refused", error: { ...providerErrorOf(error, title), code } } as const;
  const isPassing = known === undefined ? status >= 500 : /^(retryable|ambiguous)$/.test(known.disposition);
  if (!isPassing || isOfToken(code)) return refused;
  return { type: "failed", reason: `Cloud API error ${code}: ${title}. ${refused.error.details}`.trim() };
}

/** The subcodes about templates say more than the bare 100 before them; small ones are the Graph API's own, and other things in the table. */
function codeOf({ code, error_subcode: subcode = 0 }: WireError): number {
  return subcode > 2_000_000 && cloudApiErrorOf(subcode) !== undefined ? subcode : code;
}

/** Authentication failed, or the token has expired. */
function isOfToken(code: number): boolean {
  return code === 0 || code === 190;
}

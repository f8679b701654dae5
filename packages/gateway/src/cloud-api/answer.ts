import { assertNever, bsuidSchema, hasReceipts, mergeContact, waIdSchema } from "@parley/messaging";
import { z } from "zod";
import type { GatewayAnswer, SendRequest } from "../gateway.ts";
import { cloudApiErrorOf } from "../wire/errors.ts";
import type { Exchange } from "./exchange.ts";
import { isSuccess, jsonOf, providerErrorOf, titleOf, type WireError, wireErrorOf } from "./reading.ts";
import { retryAfterMsOf } from "./retry-after.ts";
import { lenient, wireIdSchema } from "../wire/wire.ts";

const takenSchema = z.object({
  messages: z.tuple([z.object({ id: wireIdSchema })]).rest(z.unknown()),
  contacts: z.array(z.object({ wa_id: lenient(waIdSchema), user_id: lenient(bsuidSchema) })).catch([]),
});

/** The answer to a mark that a message was read (Cloud API, Mark messages as read). */
const markedSchema = z.object({ success: z.literal(true) });

type Answered = Extract<Exchange, { readonly type: "answered" }>;

/** What was asked: whom the message went to, as an answer need not name both identities, and what it was. */
type Asked = Pick<SendRequest, "to" | "message">;

/**
 * What an exchange means for the send. Of a mark that a message was read no receipt ever tells what became of it, and a second one does no harm: where
 * nobody can tell whether it was taken, it may be tried again.
 */
export function answerOf(exchange: Exchange, asked: Asked): GatewayAnswer {
  const answer = meaningOf(exchange, asked);
  return answer.type === "ambiguous" && !hasReceipts(asked.message)
    ? { type: "retryable", reason: answer.reason }
    : answer;
}

function meaningOf(exchange: Exchange, asked: Asked): GatewayAnswer {
  switch (exchange.type) {
    case "not-written":
      return { type: "retryable", reason: `Nothing was sent: ${exchange.reason}.` };
    case "lost":
      return { type: "ambiguous", reason: `The request was written, but its answer is lost: ${exchange.reason}.` };
    case "answered":
      return readAnswer(exchange, asked);
    default:
      return assertNever(exchange);
  }
}

/** The error code rules, as the Cloud API asks for; the HTTP status decides only where there is no known code. */
function readAnswer(answered: Answered, { to, message }: Asked): GatewayAnswer {
  const body = jsonOf(answered.text);
  const error = wireErrorOf(body);
  if (error !== undefined) return readError(error, answered);
  if (!isSuccess(answered)) return readStatus(answered, undefined);
  if (!hasReceipts(message) && markedSchema.safeParse(body).success) return { type: "accepted", contact: to };
  const taken = takenSchema.safeParse(body);
  if (!taken.success) return readStatus(answered, undefined);
  const { messages, contacts } = taken.data;
  const seen = { waId: contacts[0]?.wa_id, bsuid: contacts[0]?.user_id };
  return { type: "accepted", messageId: messages[0].id, contact: mergeContact(to, seen) };
}

function readError(wireError: WireError, answered: Answered): GatewayAnswer {
  const known = cloudApiErrorOf(wireError.code);
  if (known === undefined) return readStatus(answered, wireError);
  const reason = `Cloud API error ${wireError.code}: ${known.title}.`;
  switch (known.disposition) {
    case "refused":
    case "policy":
      return {
        type: "refused",
        isPolicy: known.disposition === "policy",
        error: providerErrorOf(wireError, known.title),
      };
    case "retryable":
      return { type: "retryable", reason, ...retryAfter(answered, known.retryAfterMs) };
    case "ambiguous":
      return { type: "ambiguous", reason };
    default:
      return assertNever(known.disposition);
  }
}

/** For answers without a known code, as from a proxy in between: only a 4xx says for certain that nothing was taken. */
function readStatus(answered: Answered, wireError: WireError | undefined): GatewayAnswer {
  const { status } = answered;
  const said = wireError === undefined ? "an unreadable body" : `the unknown error code ${wireError.code}`;
  const reason = `The answer was HTTP ${status} with ${said}.`;
  // As with the codes 190 and 130429: a token to be renewed, a pace to be slowed; nothing is wrong with the message.
  if (status === 401 || status === 429) return { type: "retryable", reason, ...retryAfter(answered, undefined) };
  // 408 is a proxy that lost patience; what it passed on before that, it does not say.
  const isRefusal = status >= 400 && status < 500 && status !== 408;
  if (!isRefusal) return { type: "ambiguous", reason };
  const error = wireError ?? { code: status, message: reason };
  return { type: "refused", isPolicy: false, error: providerErrorOf(error, titleOf(wireError) ?? `HTTP ${status}`) };
}

/** The longer of what the rule and what the answer asks for. */
function retryAfter(answered: Answered, leastMs: number | undefined): { retryAfterMs?: number } {
  const askedMs = retryAfterMsOf(answered.retryAfter, Date.now());
  const retryAfterMs = Math.max(leastMs ?? 0, askedMs ?? 0);
  return retryAfterMs === 0 ? {} : { retryAfterMs };
}

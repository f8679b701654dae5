import { providerErrorCode, type Refusal, refusalCodes } from "@parley/engine";
import type { Gateway, GatewayAnswer } from "@parley/gateway";
import { type App, assertNever, type Clock } from "@parley/messaging";
import type { SendRow, Store } from "@parley/store";
import { hostLimits } from "./limits.ts";
import { refusalOf } from "./policy.ts";

/** How an attempt to send ended. */
export type Attempt =
  | { readonly type: "accepted"; readonly messageId?: string | undefined }
  | { readonly type: "refused"; readonly refusal: Refusal }
  | { readonly type: "failed"; readonly refusal: Refusal }
  /** To be attempted again at a time; `isAmbiguous` when nobody can tell whether the provider took the message. */
  | { readonly type: "again"; readonly at: number; readonly isAmbiguous: boolean; readonly reason: string };

/** What an attempt is made with. `lastInboundAt` is what is known without reading; it can only have become later. */
export type AttemptTools = {
  readonly store: Store;
  readonly gateway: Gateway;
  readonly app: App;
  readonly lastInboundAt: number | undefined;
  readonly reconcileAfterMs: number;
  /** Attempts before a send that is refused for the moment is given up. */
  readonly sendAttempts?: number | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Called when a message is about to be handed over. */
  readonly onHandOver: () => void;
};

/** Attempts to send: asks the policies, then the gateway. Rejects when the store cannot be read or this code is wrong. */
export async function attemptSend(row: SendRow, tools: AttemptTools): Promise<Attempt> {
  const { app, gateway, store, lastInboundAt } = tools;
  if (isHopeless(row, app)) return failed(nobodyKnows);
  const refusal = await refusalOf(row, { now: tools.clock.now(), lastInboundAt, store });
  // What may have gone out was not refused by a policy: a flow that falls back on that would write twice.
  if (refusal !== undefined)
    return row.ambiguousSince === undefined ? { type: "refused", refusal } : failed(nobodyKnows);
  const { to, message, contextId } = row.request;
  tools.onHandOver();
  const answer = await gateway.send({ app, sendKey: row.key, to, message, contextId }, tools.signal);
  return attemptOf(row, answer, tools);
}

const nobodyKnows = "Nobody can tell whether the provider took the message, so it was not sent again.";

/** An attempt that failed for a reason that will not pass. */
export function failed(sentence: string): Attempt {
  return { type: "failed", refusal: { code: refusalCodes.unknown, sentence } };
}

/** The send after an attempt that must be repeated. */
export function rowToRepeat(row: SendRow, attempt: Extract<Attempt, { type: "again" }>, now: number): SendRow {
  const { at, reason, isAmbiguous } = attempt;
  const next = { ...row, attempts: row.attempts + 1, nextAttemptAt: at, reason };
  if (!isAmbiguous) return next;
  if (row.ambiguousSince === undefined) return { ...next, ambiguousSince: now };
  return { ...next, ambiguousRetries: row.ambiguousRetries + 1 };
}

/**
 * A queued send of a process that crashed: it may have been under way. Unlike an answer that was ambiguous, a crash does not use up the
 * one repetition, because most such sends were never begun. One that waits for its receipt already goes on waiting: it was not under way.
 */
export function suspect(row: SendRow, now: number, until: number): SendRow {
  if (row.ambiguousSince === undefined) {
    return { ...row, ambiguousSince: now, ambiguousRetries: -1, nextAttemptAt: until };
  }
  return row.nextAttemptAt > now ? row : { ...row, nextAttemptAt: until };
}

/** Whether a send has been ambiguous as often as its app allows. */
function isHopeless({ ambiguousSince, ambiguousRetries }: SendRow, { settings }: App): boolean {
  if (ambiguousSince === undefined || ambiguousRetries < 0) return false;
  return settings.ambiguous === "dead-letter" || ambiguousRetries >= hostLimits.ambiguousRetries;
}

function attemptOf(row: SendRow, answer: GatewayAnswer, tools: AttemptTools): Attempt {
  const { clock, random, reconcileAfterMs, sendAttempts = hostLimits.sendAttempts } = tools;
  switch (answer.type) {
    case "accepted":
      return { type: "accepted", messageId: answer.messageId };
    case "refused": {
      const { code, title, details } = answer.error;
      const sentence = `The provider refused it: ${details === "" ? title : details} (${code})`;
      const refusal: Refusal = { code: providerErrorCode(code), sentence, error: answer.error };
      return { type: answer.isPolicy ? "refused" : "failed", refusal };
    }
    case "retryable": {
      const attempts = row.attempts + 1;
      if (attempts >= sendAttempts) return failed(`It could not be sent in ${attempts} attempts: ${answer.reason}`);
      const waitMs = Math.max(backoffMs(row.attempts, random()), answer.retryAfterMs ?? 0);
      return { type: "again", at: clock.now() + waitMs, isAmbiguous: false, reason: answer.reason };
    }
    case "ambiguous":
      return { type: "again", at: clock.now() + reconcileAfterMs, isAmbiguous: true, reason: answer.reason };
    default:
      return assertNever(answer);
  }
}

/** Doubling from half a second to a quarter of a minute, 20 % up or down so that many do not come back at once. In whole milliseconds. */
function backoffMs(attempts: number, random: number): number {
  const exact = Math.min(hostLimits.backoffMaxMs, hostLimits.backoffBaseMs * 2 ** attempts);
  return Math.round(exact * (0.8 + 0.4 * random));
}

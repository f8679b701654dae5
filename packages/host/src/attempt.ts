import { providerErrorCode, type Refusal, refusalCodes } from "@parley/engine";
import type { Gateway, GatewayAnswer } from "@parley/gateway";
import { type App, assertNever, type Clock, type Contact, hasReceipts } from "@parley/messaging";
import type { SendRow, Store } from "@parley/store";
import { findReceiver } from "./find-receiver.ts";
import { hostLimits } from "./limits.ts";
import { askFallback, askPolicies, type PolicyFacts, type Verdict } from "./policy.ts";

/** How an attempt to send ended. */
export type Attempt = (
  | {
      readonly type: "accepted";
      /** Absent for what the provider gives no id. */
      readonly messageId?: string | undefined;
      /** Sentences for the journal. */
      readonly notes?: readonly string[] | undefined;
      /** Whom a customer id stood for. */
      readonly receiver?: Contact | undefined;
    }
  | { readonly type: "refused"; readonly refusal: Refusal }
  | { readonly type: "failed"; readonly refusal: Refusal }
  /** To be attempted again at a time; `isAmbiguous` when nobody can tell whether the provider took the message. */
  | { readonly type: "again"; readonly at: number; readonly isAmbiguous: boolean; readonly reason: string }
) & {
  /** What our policies would have refused, had the app not asked to leave it to the provider. */
  readonly observed?: readonly Refusal[] | undefined;
};

/** What an attempt is made with. */
export type AttemptTools = {
  readonly store: Store;
  readonly gateway: Gateway;
  readonly app: App;
  /** When a contact last wrote, as far as it is known without reading; it can only have become later. */
  readonly lastInboundOf: (contact: Contact) => number | undefined;
  readonly reconcileAfterMs: number;
  /** Attempts before a send that is refused for the moment is given up. */
  readonly sendAttempts?: number | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
  /** Called when a message is about to be handed over. */
  readonly onHandOver: () => void;
};

/** Attempts to send: finds the receiver, asks the policies, then the gateway. Rejects when the store cannot be read or this code is wrong. */
export async function attemptSend(row: SendRow, tools: AttemptTools): Promise<Attempt> {
  const { app, store, clock, lastInboundOf } = tools;
  if (isHopeless(row, app)) return failed(nobodyKnows);
  const found = await findReceiver(row.request, app, store);
  if (!found.ok) {
    const refusal = { code: refusalCodes.invalidValue, sentence: found.sentence };
    return row.ambiguousSince === undefined ? { type: "failed", refusal } : failed(nobodyKnows);
  }
  const { receiver } = found;
  const facts = { now: clock.now(), app, receiver, lastInboundAt: lastInboundOf(receiver), store };
  const verdict = await askPolicies(row, facts);
  const attempt = await handOver(row, { verdict, receiver }, tools);
  if (verdict.type === "refused" || verdict.message !== row.request.message) return attempt;
  const instead = await templateInstead(row, attempt, facts);
  return instead === undefined ? attempt : handOver(row, { verdict: instead, receiver }, tools);
}

/** Hands over what the policies allow. */
async function handOver(
  row: SendRow,
  { verdict, receiver }: { readonly verdict: Verdict; readonly receiver: Contact },
  tools: AttemptTools,
): Promise<Attempt> {
  // What may have gone out was not refused by a policy: a flow that falls back on that would write twice.
  if (verdict.type === "refused") return row.ambiguousSince === undefined ? verdict : failed(nobodyKnows);
  const { app, gateway, signal, onHandOver } = tools;
  const { to, contextId, identityKeyHash } = row.request;
  const { message, notes, observed } = verdict;
  onHandOver();
  const request = { app, sendKey: row.key, to: receiver, message, contextId, identityKeyHash };
  const attempt = attemptOf(row, await gateway.send(request, signal), tools);
  return {
    ...attempt,
    ...(observed.length === 0 ? {} : { observed }),
    ...(attempt.type === "accepted" && notes.length > 0 ? { notes } : {}),
    ...(attempt.type === "accepted" && to.customerId !== undefined ? { receiver } : {}),
  };
}

/** The provider knows of a closed window what we did not: then the template goes out, where the send names one. */
async function templateInstead(row: SendRow, attempt: Attempt, facts: PolicyFacts): Promise<Verdict | undefined> {
  const { templateFallback } = row.request;
  if (templateFallback === undefined || attempt.type !== "refused") return undefined;
  const { code, sentence } = attempt.refusal;
  return code === refusalCodes.windowClosed ? askFallback(templateFallback, sentence, facts) : undefined;
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
  // No receipt would ever tell of it, and to do it twice is to do it once.
  if (!hasReceipts(row.request.message)) return row;
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
      if (!hasReceipts(row.request.message)) return attemptOf(row, { ...answer, type: "retryable" }, tools);
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

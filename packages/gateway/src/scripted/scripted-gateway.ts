import { hasReceipts, type Json } from "@parley/messaging";
import type { Gateway, GatewayAnswer, GatewayUpdate, GatewayWebhook, SendRequest } from "../gateway.ts";

/**
 * What a scripted gateway answers: a queue of answers, taken in order; or a function of the request and of the attempt, which is 1 for
 * the first send with its key. A queue that is used up, like no script at all, means accepted.
 */
export type Script =
  | readonly GatewayAnswer[]
  | ((request: SendRequest, attempt: number) => GatewayAnswer | Promise<GatewayAnswer>);

/** A gateway to nowhere. */
export interface ScriptedGateway extends Gateway {
  /** Every request that was handed over, in order, whatever came of it; it grows as long as the gateway lives. */
  readonly sent: readonly SendRequest[];
}

/**
 * A gateway for tests and simulations. Accepted messages are called `scripted.1`, `scripted.2` and so on; marks that a message was read are
 * called nothing, as at every provider. `parse` takes a body that
 * already is `{ "updates": [...] }`. Aborts are answered as the port says. A script that throws is a mistake of the test: `send` then
 * rejects with its error.
 */
export function createScriptedGateway(script: Script = []): ScriptedGateway {
  const sent: SendRequest[] = [];
  const attempts = new Map<string, number>();
  const queue = typeof script === "function" ? [] : [...script];
  let accepted = 0;

  function answer(request: SendRequest): GatewayAnswer | Promise<GatewayAnswer> {
    const attempt = (attempts.get(request.sendKey) ?? 0) + 1;
    attempts.set(request.sendKey, attempt);
    if (typeof script === "function") return script(request, attempt);
    const next = queue.shift();
    if (next !== undefined) return next;
    if (!hasReceipts(request.message)) return { type: "accepted", contact: request.to };
    return { type: "accepted", messageId: `scripted.${++accepted}`, contact: request.to };
  }

  return {
    sent,
    async send(request, signal) {
      if (signal.aborted) return { type: "retryable", reason: "Nothing was sent: it was aborted before it began." };
      sent.push(request);
      return unlessAborted(answer(request), signal);
    },
    parse: parseUpdates,
  };
}

/** The answer, or what the port says of an abort while one waits for it: the request had been written. */
async function unlessAborted(
  answer: GatewayAnswer | Promise<GatewayAnswer>,
  signal: AbortSignal,
): Promise<GatewayAnswer> {
  const { promise: aborted, resolve } = Promise.withResolvers<GatewayAnswer>();
  const onAbort = (): void => resolve({ type: "ambiguous", reason: "It was aborted while it waited for its answer." });
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    return await Promise.race([answer, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

const updateTypes: Readonly<Record<GatewayUpdate["type"], true>> = {
  message: true,
  receipt: true,
  "template-status": true,
  consent: true,
  ignored: true,
};

function parseUpdates(body: Json): GatewayWebhook {
  const updates = fieldOf(body, "updates");
  if (!Array.isArray(updates)) return { updates: [ignored("body.updates is not a list.", body)] };
  return {
    updates: updates.map((update: Json, index) => {
      // The test wrote the update, so its type is as good as its word.
      const type = fieldOf(update, "type");
      if (typeof type === "string" && Object.hasOwn(updateTypes, type)) return update as unknown as GatewayUpdate;
      return ignored(`updates[${index}] is not an update.`, update);
    }),
  };
}

function ignored(reason: string, payload: Json): GatewayUpdate {
  return { type: "ignored", reason, payload };
}

function fieldOf(value: Json, name: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

import type { Clock } from "@parley/messaging";
import { createBoundedMap } from "../../bounded-map.ts";
import type { Faults, Update } from "../../index.ts";
import { simulatorLimits } from "../../limits.ts";
import { createBatcher } from "./batcher.ts";
import { createLanes } from "./lanes.ts";
import { createPosting } from "./posting.ts";
import { end, newWebhook, type Webhook } from "./webhook.ts";

/** How webhooks are retried that are not answered with 200. */
export type WebhookRetry = {
  /** The wait before the second attempt; it doubles with each. */
  readonly baseMs: number;
  /** The longest wait. */
  readonly maxMs: number;
  /** The age at which a webhook is given up. */
  readonly giveUpAfterMs: number;
};

/** What became of the webhooks. */
export type WebhookCounts = {
  /** Requests made: first attempts, retries and duplicates. */
  readonly posted: number;
  /** Webhooks answered with 200. */
  readonly acknowledged: number;
  /** Requests that were retries. */
  readonly retried: number;
  /** Webhooks without their 200 at this moment. */
  readonly waiting: number;
  /** Webhooks that grew too old, or were dropped because too many waited. */
  readonly givenUp: number;
};

/** Brings one number's webhooks to their receiver. */
export interface Postman {
  take(update: Update): void;
  counts(): WebhookCounts;
  /** Forgets what waits, and the counts. */
  reset(): void;
}

/** What a postman works with. */
export type PostmanOptions = {
  /** Real time: moving the world's clock does not hurry a retry. */
  readonly clock: Clock;
  readonly random: () => number;
  readonly faults: Faults;
  readonly retry: WebhookRetry;
  /** Writes the body that brings these updates. */
  readonly write: (updates: readonly Update[]) => Buffer;
  /** Posts a body and gives the HTTP status, undefined if no answer came. Never rejects. */
  readonly post: (body: Buffer) => Promise<number | undefined>;
  readonly acknowledged: (updates: readonly Update[]) => void;
};

/**
 * Makes a postman.
 *
 * 1. A webhook is written once; every attempt posts the same bytes.
 * 2. A person's webhooks are posted one after the other, each once the one before is answered with 200 or given up, unless the fault
 *    `reorder` is on. Those of different people do not wait for each other.
 * 3. No more than `webhooksAtOnce` webhooks are under way; one that waits for a retry is not under way.
 */
export function createPostman(options: PostmanOptions): Postman {
  const { clock, random, faults, retry, write, acknowledged } = options;
  const waiting = createBoundedMap<Webhook, Webhook>(simulatorLimits.waitingWebhooks, giveUp);
  const lanes = createLanes<Webhook>();
  const posting = createPosting({ faults, post: options.post, answered });
  const batcher = createBatcher({ clock, random, faults, leave });
  let counts = { acknowledged: 0, givenUp: 0 };

  function leave(updates: readonly Update[]): void {
    const reorder = faults.take("reorder");
    const lanesOf = reorder ? [] : new Set(updates.map(laneOf));
    const webhook = newWebhook({ body: write(updates), updates, lanes: [...lanesOf], since: clock.now() });
    waiting.set(webhook, webhook);
    const mayGo = lanes.join(webhook);
    if (reorder) postIn(webhook, random() * reorder.withinMs);
    else if (mayGo) posting.push(webhook);
  }

  function postIn(webhook: Webhook, ms: number): void {
    webhook.cancelWait = clock.schedule(clock.now() + ms, () => posting.push(webhook));
  }

  function answered(webhook: Webhook, status: number | undefined): void {
    const waitMs = Math.min(retry.maxMs, retry.baseMs * 2 ** (webhook.attempts - 1));
    if (status === 200) {
      counts.acknowledged += 1;
      finish(webhook);
      acknowledged(webhook.updates);
    } else if (clock.now() + waitMs - webhook.since > retry.giveUpAfterMs) giveUp(webhook);
    else postIn(webhook, waitMs);
  }

  function giveUp(webhook: Webhook): void {
    counts.givenUp += 1;
    finish(webhook);
  }

  function finish(webhook: Webhook): void {
    end(webhook);
    waiting.delete(webhook);
    for (const next of lanes.leave(webhook)) posting.push(next);
  }

  function reset(): void {
    for (const webhook of waiting.values()) end(webhook);
    for (const part of [batcher, waiting, lanes, posting]) part.clear();
    counts = { acknowledged: 0, givenUp: 0 };
  }

  return {
    take: batcher.take,
    counts: () => ({ ...posting.counts(), ...counts, waiting: waiting.size + batcher.size() }),
    reset,
  };
}

/** What an update waits in line for: the person it tells of, or the template. */
function laneOf(update: Update): string {
  return update.type === "template" ? `template ${update.id}` : (update.contact.waId ?? update.contact.bsuid ?? "");
}

import type { Faults } from "../../index.ts";
import { simulatorLimits } from "../../limits.ts";
import { createQueue } from "./queue.ts";
import type { Webhook } from "./webhook.ts";

/** Posts webhooks as they come, no more than `webhooksAtOnce` at a time. */
export interface Posting {
  push(webhook: Webhook): void;
  counts(): { readonly posted: number; readonly retried: number };
  /** Forgets what has not begun, and the counts. */
  clear(): void;
}

/** What posting works with. */
export type PostingOptions = {
  readonly faults: Faults;
  /** Posts a body and gives the HTTP status, undefined if no answer came. Never rejects. */
  readonly post: (body: Buffer) => Promise<number | undefined>;
  /** Hears the answer to an attempt, unless the webhook was over by then. */
  readonly answered: (webhook: Webhook, status: number | undefined) => void;
};

/** Makes a posting without work. */
export function createPosting({ faults, post, answered }: PostingOptions): Posting {
  const ready = createQueue<Webhook>();
  let counts = { posted: 0, retried: 0 };
  let underWay = 0;

  function postReady(): void {
    while (underWay < simulatorLimits.webhooksAtOnce) {
      const webhook = ready.shift();
      if (webhook === undefined) return;
      if (!webhook.isOver) void attempt(webhook);
    }
  }

  async function attempt(webhook: Webhook): Promise<void> {
    underWay += 1;
    webhook.attempts += 1;
    const isFirst = webhook.attempts === 1;
    const posts = 1 + (isFirst ? (faults.take("webhookDuplicates")?.extra ?? 0) : 0);
    counts.posted += posts;
    if (!isFirst) counts.retried += 1;
    // Duplicates go at the same moment, which a receiver finds harder than one after the other; the first one's answer counts.
    const [status] = await Promise.all(Array.from({ length: posts }, () => post(webhook.body)));
    underWay -= 1;
    if (!webhook.isOver) answered(webhook, status);
    postReady();
  }

  return {
    push: (webhook) => {
      ready.push(webhook);
      postReady();
    },
    counts: () => ({ ...counts }),
    clear: () => {
      ready.clear();
      counts = { posted: 0, retried: 0 };
    },
  };
}

import type { Update } from "../../index.ts";

/** A webhook on its way. */
export type Webhook = {
  /** The bytes that every attempt posts. */
  readonly body: Buffer;
  readonly updates: readonly Update[];
  /** The people it concerns: whoever's earlier webhook has no 200 yet holds this one back. None while the fault `reorder` is on. */
  readonly lanes: readonly string[];
  /** When it was written, in milliseconds. */
  readonly since: number;
  attempts: number;
  /** Whether it was answered with 200, given up or forgotten. */
  isOver: boolean;
  cancelWait: () => void;
};

/** A webhook that was never posted. */
export function newWebhook(part: Pick<Webhook, "body" | "updates" | "lanes" | "since">): Webhook {
  return { ...part, attempts: 0, isOver: false, cancelWait: () => {} };
}

/** Makes sure that a webhook is not posted again. */
export function end(webhook: Webhook): void {
  webhook.isOver = true;
  webhook.cancelWait();
}

import type { TaskAnswer } from "@parley/flow";
import { parseData } from "../data/parse-data.ts";
import { performerLimits } from "../limits.ts";
import type { PerformedTask, Performer, PerformOptions, PostAnswer, PostRequest } from "../performer.ts";
import { createScriptPool } from "../script/script-pool.ts";
import type { StartScriptWorker } from "../script/script-worker.ts";
import { generateOtp, validateOtp } from "./one-time-password.ts";
import { createPreviewVault } from "./preview-vault.ts";
import { request } from "./requester.ts";
import { startScriptWorker } from "./start-script-worker.ts";
import { systemClock } from "./system-clock.ts";

/** A performer for a preview in the browser. */
export interface BrowserPerformer extends Performer {
  /** Opens what it sealed, as when a message with a one-time password is shown; undefined when it did not seal it. */
  open(sealed: string): string | undefined;
  /** Ends its worker. Scripts that are asked for later fail. */
  close(): void;
}

export type BrowserPerformerOptions = {
  /** How scripts get a thread of their own; a web worker unless given. */
  readonly startWorker?: StartScriptWorker;
  /** How servers are asked; the browser's own unless given. */
  readonly fetch?: typeof globalThis.fetch;
};

/**
 * Does the same work as the server's performer, with the same sandbox, as far as a browser lets a page do it. Secrets are sealed for this performer alone and are
 * forgotten with it.
 */
export function createBrowserPerformer(options: BrowserPerformerOptions = {}): BrowserPerformer {
  const { startWorker = startScriptWorker, fetch = globalThis.fetch.bind(globalThis) } = options;
  const vault = createPreviewVault();
  const scripts = createScriptPool({ start: startWorker, workers: 1, clock: systemClock });

  async function perform(task: PerformedTask, { signal }: PerformOptions): Promise<TaskAnswer> {
    if (signal.aborted) return { type: "timed-out", reason: "The work was broken off before it began." };
    switch (task.type) {
      case "evaluate":
        return scripts.run(task, signal);
      case "http-request":
        return request(task, signal, { open: vault.open, fetch });
      case "parse-data":
        return parseData(task);
      case "generate-otp":
        return generateOtp(task, vault);
      case "validate-otp":
        return validateOtp(task, vault);
    }
  }

  return {
    perform,
    post: (report, signal) => post(report, signal, fetch),
    open: vault.open,
    close: scripts.close,
  };
}

async function post(
  { url, headers, body }: PostRequest,
  signal: AbortSignal,
  fetch: typeof globalThis.fetch,
): Promise<PostAnswer> {
  const { postMs } = performerLimits;
  const deadline = AbortSignal.timeout(postMs);
  try {
    const either = AbortSignal.any([signal, deadline]);
    const { status } = await fetch(url, { method: "POST", headers, body, credentials: "omit", signal: either });
    return { type: "answered", status };
  } catch {
    if (deadline.aborted) return { type: "failed", reason: `There was no answer within ${postMs} ms.` };
    if (signal.aborted) return { type: "failed", reason: "The post was broken off." };
    return { type: "failed", reason: "The preview could not post it; a live flow posts from the server." };
  }
}

import type { TaskAnswer } from "@parley/flow";
import { parseData } from "../data/parse-data.ts";
import type { Open } from "../http/secrets.ts";
import { performerLimits } from "../limits.ts";
import type { PerformedTask, Performer, PerformOptions } from "../performer.ts";
import { createScriptPool } from "../script/script-pool.ts";
import type { ScriptProblem } from "../script/script-problem.ts";
import { forbiddenAddress } from "./forbidden-address.ts";
import { type ForbidAddress, type ResolveName, resolveBySystem } from "./guarded-lookup.ts";
import { generateOtp, type Seal, validateOtp } from "./one-time-password.ts";
import { createPoster } from "./poster.ts";
import { createRequester } from "./requester.ts";
import { startScriptThread } from "./start-script-thread.ts";
import { systemClock } from "./system-clock.ts";

/** A performer with connections and threads of its own. */
export interface NodePerformer extends Performer {
  /** What is wrong with the syntax of a script; undefined when nothing is. Rejects where the sandbox does not start. */
  checkScript(script: string): Promise<ScriptProblem | undefined>;
  /** Ends scripts, waits for what is under way in the network, then closes the connections. What is asked later fails. A second call is as the first. */
  close(): Promise<void>;
}

export type NodePerformerOptions = {
  /** Whether posts and requests may go to private and local addresses too, as where customers' systems stand beside this one. */
  readonly allowsPrivateUrls: boolean;
  /** Seals a one-time password, in letters, digits, `_`, `-` and points. */
  readonly seal: Seal;
  /** Opens what was sealed, when it goes out; undefined when it does not open. */
  readonly open: Open;
  /** The key of digests of one-time passwords: at least 32 random bytes that outlive the process. */
  readonly digestKey: Uint8Array;
  /** How names are resolved; by the system unless given. */
  readonly resolve?: ResolveName;
  /** The longest a post may take, redirects included; 10 s unless given. */
  readonly timeoutMs?: number;
};

/**
 * Work in the world, guarded: posts and requests go to where customers' URLs may lead, which is http and https without credentials, to public addresses, also
 * after redirects and whatever a name resolves to; scripts run in a sandbox in threads of their own.
 */
export function createNodePerformer(options: NodePerformerOptions): NodePerformer {
  const { seal, open, digestKey, resolve = resolveBySystem, timeoutMs = performerLimits.postMs } = options;
  const forbid: ForbidAddress = options.allowsPrivateUrls ? () => undefined : forbiddenAddress;
  const poster = createPoster({ forbid, resolve, timeoutMs });
  const requester = createRequester({ forbid, resolve, open });
  const scripts = createScriptPool({
    start: startScriptThread,
    workers: performerLimits.scriptWorkers,
    clock: systemClock,
  });

  let closing: Promise<void> | undefined;

  async function perform(task: PerformedTask, { key, signal }: PerformOptions): Promise<TaskAnswer> {
    if (signal.aborted) return { type: "timed-out", reason: "The work was broken off before it began." };
    switch (task.type) {
      case "evaluate":
        return scripts.run(task, signal);
      case "http-request":
        return requester.request(task, { key, signal });
      case "parse-data":
        return parseData(task);
      case "generate-otp":
        return generateOtp(task, seal, digestKey);
      case "validate-otp":
        return validateOtp(task, digestKey);
    }
  }

  return {
    perform,
    post: poster.post,
    checkScript: scripts.check,
    close: () => {
      scripts.close();
      closing ??= Promise.all([poster.close(), requester.close()]).then(() => undefined);
      return closing;
    },
  };
}

import type { NodeOf } from "@parley/flow";
import { type MakeBehaviour, timeout } from "./behaviour.ts";
import { timeoutReader } from "./timeout.ts";

/** Delay: waits, then leaves by `onTimeout`. */
export const delay: MakeBehaviour<NodeOf<"delay">> = ({ config }) => ({
  enter: (step) => {
    const waitMs = step.resolveWait(config.seconds, "seconds");
    if (waitMs !== undefined) step.putOut({ delay: { waitTime: waitMs / 1000 } });
  },
  shape: (leave) => ({ after: { [timeout]: leave("onTimeout") } }),
  ...timeoutReader(config.seconds),
});

import type { NodeOf } from "@parley/flow";
import type { MakeBehaviour } from "./behaviour.ts";

/** Delay: waits, then leaves by `onTimeout`. */
export const delay: MakeBehaviour<NodeOf<"delay">> = ({ config }) => ({
  enter: (step) => {
    const waitMs = step.setWait(config.seconds, "seconds");
    if (waitMs !== undefined) step.putOut({ delay: { waitTime: waitMs / 1000 } });
  },
  shape: (leave) => ({ after: { wait: leave("onTimeout") } }),
});

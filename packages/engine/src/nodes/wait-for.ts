import type { NodeOf } from "@parley/flow";
import { awaitReceipt } from "./await-receipt.ts";
import type { MakeBehaviour } from "./behaviour.ts";

/** Wait-for: waits for the receipt of an earlier node's latest message. */
export const waitFor: MakeBehaviour<NodeOf<"wait-for">> = ({ config }) => {
  const { send, timeoutSeconds } = config;
  return {
    enter: (step) => {
      if (step.context.sends[send] === undefined)
        step.fail(`${send} has sent nothing yet, so there is no receipt to wait for.`);
      else if (timeoutSeconds !== undefined) step.setWait(timeoutSeconds, "timeoutSeconds");
    },
    shape: (leave) => ({
      ...awaitReceipt(send, config.waitFor, leave),
      ...(timeoutSeconds === undefined ? {} : { after: { wait: leave("onTimeout") } }),
    }),
  };
};

import type { NodeOf } from "@parley/flow";
import { awaitReceipt } from "./await-receipt.ts";
import { type MakeBehaviour, timeout } from "./behaviour.ts";
import { timeoutReader } from "./timeout.ts";

/** Wait-for: waits for the receipt of an earlier node's latest message. */
export const waitFor: MakeBehaviour<NodeOf<"wait-for">> = ({ config }) => {
  const { send, timeoutSeconds } = config;
  return {
    enter: (step) => {
      if (step.context.sends[send] === undefined)
        step.fail(`${send} has sent nothing yet, so there is no receipt to wait for.`);
      else if (timeoutSeconds !== undefined) step.resolveWait(timeoutSeconds, "timeoutSeconds");
    },
    shape: (leave) => ({
      ...awaitReceipt(send, config.waitFor, leave),
      ...(timeoutSeconds === undefined ? {} : { after: { [timeout]: leave("onTimeout") } }),
    }),
    fallbacks: { onTimeout: "onDeliveryReportFail" },
    ...timeoutReader(timeoutSeconds),
  };
};

import { invariant } from "@parley/messaging";
import type { NodeOf } from "@parley/flow";
import { outputsOfMessage } from "../inbound-outputs.ts";
import type { MakeBehaviour } from "./behaviour.ts";

/** Receive: waits for one of its events from the contact. */
export const receive: MakeBehaviour<NodeOf<"receive">> = ({ config }) => {
  const { timeoutSeconds } = config;
  return {
    enter: (step) => {
      if (timeoutSeconds !== undefined) step.setWait(timeoutSeconds, "timeoutSeconds");
    },
    shape: (leave) => ({
      on: Object.fromEntries(config.events.map(({ type }) => [type, leave(type, "take")])),
      ...(timeoutSeconds === undefined ? {} : { after: { wait: leave("onTimeout") } }),
    }),
    reactions: {
      take: (step) => {
        const { event } = step;
        invariant("message" in event, "a Receive takes messages");
        step.update({ contact: event.contact });
        step.putOut(outputsOfMessage(event.message, event.contact, step.context.appId));
      },
    },
  };
};

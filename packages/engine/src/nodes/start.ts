import type { NodeOf } from "@parley/flow";
import { invariant } from "@parley/messaging";
import { outputsOfMessage } from "../inbound-outputs.ts";
import { outputsOfSignal } from "../signal-outputs.ts";
import type { MakeBehaviour } from "./behaviour.ts";

/** Start: takes the event that began the conversation, before the node is entered so that its actions can read it, and goes on. */
export const start: MakeBehaviour<NodeOf<"start">> = ({ config }) => ({
  enter: (step) => step.decide("onBegin"),
  shape: () => ({}),
  reactions: {
    begin: (step) => {
      const { event, context } = step;
      if (event.type === "conversation-triggered") step.putOut(outputsOfSignal(event.signal, config.trigger));
      else {
        invariant(event.type === "conversation-started", "a conversation begins with its start event");
        step.putOut(outputsOfMessage(event.message, event.contact, { appId: context.appId }));
      }
    },
  },
});

import { invariant } from "@parley/messaging";
import type { NodeOf } from "@parley/flow";
import { outputsOfMessage } from "../inbound-outputs.ts";
import type { Transition } from "../machine/state-shape.ts";
import { isSamePerson } from "../recipient.ts";
import { senderOf } from "../sent-message.ts";
import { outputsOfSignal } from "../signal-outputs.ts";
import type { Step } from "../step.ts";
import type { Leave, MakeBehaviour } from "./behaviour.ts";
import { type CompiledEntry, compileEntry } from "./receive-entry.ts";

/**
 * Receive: waits for its events (Receive node page). They are tried in their order, and one without a filter takes every event of its type. A message that
 * none takes means nothing here. What comes from outside the thread finds the node by the topics that it writes down as it begins to wait.
 */
export const receive: MakeBehaviour<NodeOf<"receive">> = ({ id, config }) => {
  const { events, timeoutSeconds } = config;
  const hasOthers = events.some((entry) => entry.type !== "custom-event" && entry.from !== undefined);
  const entries = events.map((entry, index) => compileEntry(entry, `events[${index}]`, hasOthers));
  return {
    enter: (step) => {
      const begun = entries.map(({ begin }) => begin(step));
      const problems = begun.flatMap((one) => one.problems);
      if (problems.length > 0) step.fail(problems.join(" "));
      else if (timeoutSeconds === undefined || step.setWait(timeoutSeconds, "timeoutSeconds") !== undefined)
        step.listen(begun.flatMap(({ topics }) => topics));
    },
    takes: (entry, { context, event }) => entries[entry]?.takes(context, event) === true,
    shape: (leave) => ({
      on: waysByEvent(id, entries, leave),
      ...(timeoutSeconds === undefined ? {} : { after: { wait: leave("onTimeout") } }),
    }),
    reactions: { take },
  };
};

function waysByEvent(node: string, entries: readonly CompiledEntry[], leave: Leave): { [type: string]: Transition[] } {
  const ways: { [type: string]: Transition[] } = {};
  for (const [entry, { eventType, outcome, isFiltered }] of entries.entries()) {
    const guard = { type: "takes", params: { node, entry } } as const;
    (ways[eventType] ??= []).push({ ...leave(outcome, "take"), ...(isFiltered ? { guard } : {}) });
  }
  return ways;
}

/** What was received is put out. The contact of the conversation is renewed by their own messages alone. */
function take(step: Step): void {
  const { event, context } = step;
  if (event.type === "signal-received") {
    step.putOut(outputsOfSignal(event.signal));
    return;
  }
  invariant("message" in event, "a Receive takes messages and signals");
  const { contact, message } = event;
  const contextNode = message.contextId === undefined ? undefined : senderOf(context, message.contextId);
  if (isSamePerson(context.contact, contact)) step.update({ contact });
  step.putOut(outputsOfMessage(message, contact, { appId: context.appId, contextNode }));
}

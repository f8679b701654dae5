import type { NodeOf, ProfileTask } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import { recipientOf } from "../recipient.ts";
import { sentencesOf } from "../sentences.ts";
import type { Step } from "../step.ts";
import type { MakeBehaviour } from "./behaviour.ts";
import { answerOf, awaitAnswer, failAs } from "./perform.ts";

type Config = NodeOf<"profile">["config"];

/** Profile: reads or changes what is known of a contact (Profile node page). */
export const profile: MakeBehaviour<NodeOf<"profile">> = ({ id, config }) => ({
  enter: (step) => {
    const contact = contactOf(config, step);
    if (contact === undefined) return;
    const fields = config.fields.map(({ name, value }) => {
      const text = step.resolve(value);
      return [name, text === "" ? null : text] as const;
    });
    step.perform({ type: "profile", action: config.action, contact, fields: Object.fromEntries(fields) });
  },
  shape: () => awaitAnswer(id),
  reactions: {
    answer: (step) => {
      const answer = answerOf(step);
      if (answer.type !== "done") {
        failAs(step, answer);
        return;
      }
      step.putOut({ profile: answer.values as JsonObject });
      step.decide("onSuccess");
    },
  },
});

/** Whose profile: the contact of the conversation where the config names nobody. Undefined, and the node has failed, when it names nobody rightly. */
function contactOf({ contactType, contact }: Config, step: Step): ProfileTask["contact"] | undefined {
  const { waId, bsuid } = step.context.contact;
  if (contact === "") return { waId, bsuid };
  const read = recipientOf(contactType, step.resolve(contact));
  if (read.ok) return read.value;
  step.fail(sentencesOf("contact", read).join(" "));
  return undefined;
}

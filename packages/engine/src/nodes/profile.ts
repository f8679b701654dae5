import type { NodeOf } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import { recipientOf } from "../recipient.ts";
import { sentencesOf } from "../sentences.ts";
import type { MakeBehaviour } from "./behaviour.ts";
import { answerOf, awaitAnswer, failAs } from "./perform.ts";

/** Profile: reads or changes what is known of a contact (Profile node page). */
export const profile: MakeBehaviour<NodeOf<"profile">> = ({ id, config }) => ({
  enter: (step) => {
    const written = step.resolve(config.contact).trim();
    const read =
      written === "" ? { ok: true as const, value: step.context.contact } : recipientOf(config.contactType, written);
    if (!read.ok) {
      step.fail(sentencesOf("contact", read).join(" "));
      return;
    }
    const fields = config.fields.map(({ name, value }) => {
      const text = step.resolve(value);
      return [name, text === "" ? null : text] as const;
    });
    const { waId, bsuid, customerId } = { customerId: undefined, ...read.value };
    step.perform({
      type: "profile",
      action: config.action,
      contact: { waId, bsuid, customerId },
      fields: Object.fromEntries(fields),
    });
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

import { type NodeOf, pathOf } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import type { MakeBehaviour } from "./behaviour.ts";
import { answerOf, awaitAnswer, failAs } from "./perform.ts";
import { warnOfMissing } from "./picked-fields.ts";

/** Data parser: picks fields from JSON or XML; one that is not there is left out, with a warning (Data Parser node page). */
export const dataParser: MakeBehaviour<NodeOf<"data-parser">> = ({ id, config }) => ({
  enter: (step) => {
    const fields = config.fields.map(({ name, path }) => ({ name, path: pathOf(path) }));
    step.perform({ type: "parse-data", format: config.format, text: step.resolve(config.source), fields });
  },
  shape: () => awaitAnswer(id),
  reactions: {
    answer: (step) => {
      const answer = answerOf(step);
      if (answer.type !== "done") {
        failAs(step, answer);
        return;
      }
      const data = answer.values as JsonObject;
      warnOfMissing(step, config.fields, data, "data");
      step.putOut({ data });
      step.decide("onSuccess");
    },
  },
});

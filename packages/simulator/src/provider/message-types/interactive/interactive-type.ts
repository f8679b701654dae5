import type { JsonObject } from "@parley/messaging";
import { z } from "zod";
import type { MetaError } from "../../meta-error.ts";
import { type Reading, readWith, unlessWrong } from "../../reading.ts";
import type { Delivering, ReadMessage } from "../message-type.ts";
import { headerFailure, partProblems, type PartRules, partsSchema } from "./parts.ts";

/** A kind of interactive message. A new one is a file beside `button.ts` and its line in `index.ts`. */
export type InteractiveType = (body: JsonObject, delivering: Delivering) => Reading<ReadMessage>;

/** How a kind is described. */
export type InteractiveTypeOptions<Action> = {
  /** What the person can do. */
  readonly action: z.ZodType<Action>;
  readonly rules: PartRules;
  /** What the schema of the action cannot say. */
  readonly problems: (action: Action) => readonly (MetaError | undefined)[];
};

/** Makes a kind of interactive message. */
export function interactiveType<Action>({ action, rules, problems }: InteractiveTypeOptions<Action>): InteractiveType {
  const schema = z.object({ interactive: partsSchema.extend({ action }) });
  return (body, delivering) => {
    const reading = readWith(schema, body);
    if (!reading.isValid) return reading;
    const { interactive } = reading.value;
    // The parts are read by the same schema; what an action adds to it is of no concern to them.
    const all = [...partProblems(interactive, rules, delivering), ...problems(interactive.action as Action)];
    return unlessWrong(all, () => ({ text: interactive.body.text, failsWith: headerFailure(interactive) }));
  };
}

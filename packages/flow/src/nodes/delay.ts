import { z } from "zod";
import { secondsSchema, secondsTemplate } from "../fields.ts";
import { onError, onTimeout } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";

const configSchema = z.strictObject({
  /** The least time to wait; under load it may be more. */
  seconds: secondsSchema,
});

/** Delay: waits a number of seconds, then goes on by `onTimeout`, its normal way out (Delay node page). */
export const delaySchema = nodeSchema("delay", configSchema);

export type DelayNode = z.infer<typeof delaySchema>;

export const delay: NodeDefinition<DelayNode["config"]> = {
  newConfig: { seconds: 5 },
  outcomes: () => [onTimeout, onError],
  outputs: () => ["delay.waitTime"],
  templates: ({ seconds }) => secondsTemplate("seconds", seconds),
};

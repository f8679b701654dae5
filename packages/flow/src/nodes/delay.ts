import { z } from "zod";
import { secondsSchema, secondsTemplate, templateSchema } from "../fields.ts";
import { onError, onTimeout } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";

const configSchema = z
  .strictObject({
    /** The least time to wait; under load it may be more. */
    seconds: secondsSchema.optional(),
    /** Until a moment, in the place of seconds (Delay node page, Wait for date). One that has passed is over at once. */
    until: z
      .strictObject({
        /** `2026-12-24T18:00`, or `24-12-2026 18:00:00` as the Delay node page writes it; with an offset, as in `2026-12-24T18:00Z`, the zone does not matter. */
        at: templateSchema.min(1, "is empty; give a time such as 2026-12-24T18:00"),
        /** An IANA name such as Europe/Amsterdam. */
        timeZone: templateSchema.default("UTC"),
      })
      .optional(),
  })
  .refine(({ seconds, until }) => (seconds === undefined) !== (until === undefined), {
    path: ["seconds"],
    message: "is missing; give seconds, or a time to wait until, and not both",
  });

/** Delay: waits a number of seconds, or until a moment, then goes on by `onTimeout`, its normal way out (Delay node page). */
export const delaySchema = nodeSchema("delay", configSchema);

export type DelayNode = z.infer<typeof delaySchema>;

export const delay: NodeDefinition<DelayNode["config"]> = {
  newConfig: { seconds: 5 },
  alternatives: ["seconds", "until"],
  outcomes: () => [onTimeout, onError],
  outputs: () => ["delay.waitTime"],
  templates: ({ seconds, until }) => [
    ...secondsTemplate("seconds", seconds),
    ...(until === undefined
      ? []
      : [
          { field: "until.at", source: until.at },
          { field: "until.timeZone", source: until.timeZone },
        ]),
  ],
};

import { z } from "zod";
import { flowLimits } from "../limits.ts";
import { green, onError } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";
import { outcomeNameSchema } from "./event-name.ts";

const configSchema = z.strictObject({
  /** `contact`: the same contact always goes the same way. `random`: each time anew. */
  by: z.enum(["contact", "random"]).default("contact"),
  branches: z
    .array(
      z.strictObject({
        name: outcomeNameSchema,
        percent: z.number().min(0).max(100),
      }),
    )
    .min(2, "needs at least two branches")
    .max(flowLimits.branches)
    .refine((branches) => new Set(branches.map(({ name }) => name)).size === branches.length, "has two of one name"),
});

/** Split: sends shares of the contacts along different ways. Webex Connect has none such. */
export const splitSchema = nodeSchema("split", configSchema);

export type SplitNode = z.infer<typeof splitSchema>;

export const split: NodeDefinition<SplitNode["config"]> = {
  newConfig: {
    by: "contact",
    branches: [
      { name: "A", percent: 50 },
      { name: "B", percent: 50 },
    ],
  },
  outcomes: ({ branches }) => [...branches.map(({ name }) => green(name)), onError],
  outputs: () => ["split.branch"],
  templates: () => [],
  problems: ({ branches }) => {
    const sum = branches.reduce((total, { percent }) => total + percent, 0);
    if (Math.abs(sum - 100) < 0.001) return [];
    const message = `add up to ${Number(sum.toFixed(3))} %; they must add up to 100 %`;
    return [{ severity: "error", code: "bad-percentages", field: "branches", message }];
  },
};

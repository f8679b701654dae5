import { z } from "zod";
import { conditionPatterns, conditionsSchema, conditionTemplates } from "../conditions/condition.ts";
import { flowLimits } from "../limits.ts";
import { green, onError } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";

/** The outcome taken when no branch holds. */
export const noneOfTheAbove = "noneOfTheAbove";

const branchNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,49}$/u, "must be letters, digits, spaces, _ or -, at most 50")
  .refine(
    (name) => name !== noneOfTheAbove && name !== onError.name,
    "is the name of a built-in outcome; choose another",
  );

const configSchema = z.strictObject({
  branches: z
    .array(
      z.strictObject({
        name: branchNameSchema,
        rows: conditionsSchema.min(1, "is empty; add at least one condition"),
      }),
    )
    .min(1, "is empty; add at least one branch")
    .max(flowLimits.branches)
    .refine((branches) => new Set(branches.map(({ name }) => name)).size === branches.length, "has two of one name"),
});

/** Branch: the first named branch whose conditions hold, from the top (Branch node page). */
export const branchSchema = nodeSchema("branch", configSchema);

export type BranchNode = z.infer<typeof branchSchema>;

export const branch: NodeDefinition<BranchNode["config"]> = {
  newConfig: {
    branches: [
      { name: "Branch 1", rows: [{ variable: "$(receive.message)", operator: "equals", value: "", join: "and" }] },
    ],
  },
  outcomes: ({ branches }) => [...branches.map(({ name }) => green(name)), green(noneOfTheAbove), onError],
  outputs: () => ["branch.output"],
  templates: ({ branches }) =>
    branches.flatMap(({ rows }, index) => conditionTemplates(`branches[${index}].rows`, rows)),
  patterns: ({ branches }) => branches.flatMap(({ rows }, index) => conditionPatterns(`branches[${index}].rows`, rows)),
};

import { z } from "zod";
import { templateSchema } from "../fields.ts";
import { flowLimits } from "../limits.ts";
import { green, onError, type Outcome } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";
import { outcomeNameSchema } from "./event-name.ts";

/** The result is none of the branches. */
const onInvalidChoice: Outcome = { name: "onInvalidChoice", colour: "red", isRequired: false };

const configSchema = z.strictObject({
  /**
   * JavaScript. Its result is the value of its last expression. It reads and assigns the flow's variables by name, and reads `$(n3.receive.message)`. No
   * input, no output, no time but what it is given.
   */
  script: templateSchema.min(1, "is empty; write a script"),
  /** Names that the result is compared with, as text; none means that any result leaves by `onSuccess`. */
  branches: z
    .array(
      outcomeNameSchema.refine((name) => name !== onInvalidChoice.name, "is the name of another outcome of the node"),
    )
    .max(flowLimits.branches)
    .refine((names) => new Set(names).size === names.length, "names a branch twice")
    .default([]),
  timeMs: z.int().min(1).max(1_000).default(50),
  memoryMegabytes: z.int().min(1).max(64).default(16),
});

/** Evaluate: runs a script and branches by its result (Evaluate node page). */
export const evaluateSchema = nodeSchema("evaluate", configSchema);

export type EvaluateNode = z.infer<typeof evaluateSchema>;

export const evaluate: NodeDefinition<EvaluateNode["config"]> = {
  newConfig: { script: "", branches: [], timeMs: 50, memoryMegabytes: 16 },
  outcomes: ({ branches }) =>
    branches.length === 0 ? [green("onSuccess"), onError] : [...branches.map(green), onInvalidChoice, onError],
  outputs: () => ["evaluate.result", "evaluate.result.*"],
  templates: ({ script }) => [{ field: "script", source: script }],
};

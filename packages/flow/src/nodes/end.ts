import { z } from "zod";
import { type NodeDefinition, nodeSchema } from "./definition.ts";

/** The result of a conversation: `success`, `error`, `incomplete`, or a name of the designer's own (Flow settings, Flow outcomes). */
const flowResultSchema = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,49}$/u, "must be letters, digits, spaces, _ or -, at most 50");

const configSchema = z.strictObject({ result: flowResultSchema.default("success") });

/** End: the conversation is over. */
export const endSchema = nodeSchema("end", configSchema);

export type EndNode = z.infer<typeof endSchema>;

export const end: NodeDefinition<EndNode["config"]> = {
  newConfig: { result: "success" },
  outcomes: () => [],
  outputs: () => [],
  templates: () => [],
};

import { z } from "zod";
import { nodeIdSchema, type TemplateField } from "../fields.ts";
import type { FlowFacts } from "../flow-facts.ts";
import { flowLimits } from "../limits.ts";
import type { Outcome } from "../outcome.ts";
import { transitionActionSchema } from "../transition-action.ts";
import type { FlowNode } from "./index.ts";

/** A problem that a node type finds in a config that its schema accepted. */
export type ConfigProblem = {
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly field: string;
  readonly message: string;
};

/** What a node type says of itself; shared code asks it and never the type's name. */
export type NodeDefinition<Config> = {
  /** What a new node of the type begins with: every field, some with a value that is still to be filled in, such as an empty text. */
  readonly newConfig: Config;
  /** Fields of which a config has one: where it has one of them, the others are not missing. */
  readonly alternatives?: readonly string[];
  /** The ways out for this config, in the order shown. */
  readonly outcomes: (config: Config) => readonly Outcome[];
  /** The outputs that later nodes may read, as `receive.message`. A name that ends in `.*` stands for all below it. */
  readonly outputs: (config: Config) => readonly string[];
  /** The fields that may hold expressions. */
  readonly templates: (config: Config) => readonly TemplateField[];
  /** The fields that hold regular expressions, if they hold no `$(…)`; whether they are any is looked at by the checks. */
  readonly patterns?: (config: Config) => readonly TemplateField[];
  /** What no schema can say, by the config alone and by what is known of the world outside the flow. */
  readonly problems?: (config: Config, facts: FlowFacts) => readonly ConfigProblem[];
  /** The nodes that the config names. */
  readonly references?: (config: Config) => readonly NodeNaming[];
};

/** A field that names a node, which must be of a type. */
export type NodeNaming = {
  readonly field: string;
  readonly nodeId: string;
  readonly type: FlowNode["type"];
  /** What is wrong with a node of that type, as a clause after its id; undefined when nothing is. */
  readonly problem?: (node: FlowNode) => string | undefined;
};

const coordinate = z.number().min(-1_000_000).max(1_000_000);

/** A place on the canvas in pixels. */
export const positionSchema = z.strictObject({ x: coordinate, y: coordinate });

/** The fields that every node has, round its own config. */
export function nodeSchema<Type extends string, Config extends z.ZodType>(type: Type, config: Config) {
  return z.strictObject({
    id: nodeIdSchema,
    type: z.literal(type),
    name: z.string().max(flowLimits.nameLength).default(""),
    position: positionSchema.default({ x: 0, y: 0 }),
    config,
    onEnter: z.array(transitionActionSchema).max(flowLimits.actionsPerNode).default([]),
    onLeave: z.array(transitionActionSchema).max(flowLimits.actionsPerNode).default([]),
    /** What people write about the node, for themselves; it does nothing. */
    note: z.string().max(flowLimits.descriptionLength).default(""),
  });
}

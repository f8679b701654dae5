import { outboundMessageSchema } from "@parley/messaging";
import type { z } from "zod";
import { conditionSchema } from "../conditions/condition.ts";
import { messageConfigSchema, type MessageConfig } from "../messages/index.ts";
import { type FlowNode, flowNodeSchema, type NodeType, outcomesOf, outputsOf } from "../nodes/index.ts";
import { weekdays } from "../nodes/business-hours.ts";
import type { OutcomeColour } from "../outcome.ts";
import { messageDescriptions, partDescriptions } from "./message-descriptions.ts";
import { type NodeDescription, nodeDescriptions } from "./node-descriptions.ts";
import { outputDescriptions } from "./output-descriptions.ts";
import { fieldsOfSchema, type SchemaField } from "./schema-fields.ts";

/** A field with what it is for; undefined where nothing is said of it. */
export type DescribedField = SchemaField & { readonly meaning: string | undefined };

/** An outcome, and whether Make Live demands a way for it: in all configs, in some or in none. */
export type ToldOutcome = {
  readonly name: string;
  readonly colour: OutcomeColour;
  readonly required: "always" | "sometimes" | "never";
};

/** Everything that people are told of a node type. */
export type NodeReference = Pick<NodeDescription, "summary" | "sources"> & {
  readonly type: NodeType;
  readonly fields: readonly DescribedField[];
  readonly outcomes: readonly (ToldOutcome & { readonly when: string | undefined })[];
  readonly outputs: readonly { readonly name: string; readonly meaning: string | undefined }[];
};

/** Everything that people are told of a message type. */
export type MessageReference = {
  readonly type: MessageConfig["type"];
  readonly summary: string;
  readonly sources: readonly string[];
  readonly fields: readonly DescribedField[];
};

/** Every node type, as its registries and its descriptions tell it. */
export function nodeReferences(): NodeReference[] {
  return flowNodeSchema.options.map((option) => nodeReference(option.shape.type.value, option.shape.config));
}

/** Every message type, with the bounds that its values have once they are sent. */
export function messageReferences(): MessageReference[] {
  return messageConfigSchema.options.map((option) => {
    const type = option.shape.type.value;
    const sent = outboundMessageSchema.options.find(({ shape }) => shape.type.value === type);
    const bounds = new Map((sent === undefined ? [] : fieldsOfSchema(sent)).map((field) => [field.path, field]));
    const { summary, sources, fields } = messageDescriptions[type];
    return {
      ...{ type, summary, sources },
      fields: fieldsOfSchema(option).map((field) => {
        const { limits } = bounds.get(field.path) ?? field;
        return { ...field, limits, meaning: meaningOf(field.path, fields, partDescriptions) };
      }),
    };
  });
}

/** A condition of a Branch or a Start. */
export function conditionFields(): SchemaField[] {
  return fieldsOfSchema(conditionSchema);
}

function nodeReference(type: NodeType, config: z.ZodType): NodeReference {
  const { summary, sources, fields, outcomes, samples }: NodeDescription = nodeDescriptions[type];
  const nodes = samples.map((sample) => flowNodeSchema.parse({ id: "n9", type, config: sample }));
  const names = [...new Set(nodes.flatMap(outputsOf))];
  return {
    ...{ type, summary, sources },
    fields: fieldsOfSchema(config, opaque).map((field) => ({ ...field, meaning: meaningOf(field.path, fields) })),
    outcomes: outcomesTold(nodes, Object.keys(outcomes)).map((outcome) => ({
      ...outcome,
      when: meaningOf(outcome.name, outcomes),
    })),
    outputs: names.map((name) => ({ name, meaning: meaningOf(name, outputDescriptions) })),
  };
}

/** What has a section of its own. */
const opaque = [
  "message",
  "templateFallback",
  "branches[].rows",
  // Told once, of Monday.
  ...weekdays.slice(1).map((day) => `week.${day}`),
  ...["whatsapp", "webhook", "custom-event"].map((type) => `trigger{${type}}.conditions`),
];

/** Each outcome once; those that a designer names stand as one, under the name that their description has in brackets. */
function outcomesTold(nodes: readonly FlowNode[], described: readonly string[]): ToldOutcome[] {
  const placeholder = described.find((name) => name.startsWith("(")) ?? "(named)";
  const told = new Map<string, ToldOutcome>();
  for (const { name: given, colour, isRequired } of nodes.flatMap(outcomesOf)) {
    const name = described.includes(given) ? given : placeholder;
    const required = isRequired ? "always" : "never";
    const known = told.get(name)?.required ?? required;
    told.set(name, { name, colour, required: known === required ? required : "sometimes" });
  }
  return [...told.values()].toSorted((left, right) => rank(left) - rank(right));
}

function rank({ colour }: ToldOutcome): number {
  return ["green", "amber", "red"].indexOf(colour);
}

type Meanings = { readonly [path: string]: string };

/** What is said of a path: of it alone, else of the longest end of it among the parts that several things have. */
function meaningOf(path: string, meanings: Meanings, parts: Meanings = {}): string | undefined {
  if (Object.hasOwn(meanings, path)) return meanings[path];
  const end = endsOf(path).find((one) => Object.hasOwn(parts, one));
  return end === undefined ? undefined : parts[end];
}

/** The ends of a path, the longest first: `a{b}.c`, `{b}.c`, `c`. */
function endsOf(path: string): string[] {
  const steps = path.split(".");
  return steps.flatMap((step, index) => {
    const end = steps.slice(index).join(".");
    const choice = step.indexOf("{");
    return choice > 0 ? [end, end.slice(choice)] : [end];
  });
}

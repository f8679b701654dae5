import { z } from "zod";
import { parseTemplate, pathsOf, type VariablePath } from "../expression.ts";
import type { TemplateField } from "../fields.ts";
import type { FlowFacts } from "../flow-facts.ts";
import type { Outcome } from "../outcome.ts";
import { branch, branchSchema } from "./branch.ts";
import { businessHours, businessHoursSchema } from "./business-hours.ts";
import { dataParser, dataParserSchema } from "./data-parser.ts";
import type { ConfigProblem, NodeDefinition, NodeNaming } from "./definition.ts";
import { delay, delaySchema } from "./delay.ts";
import { end, endSchema } from "./end.ts";
import { evaluate, evaluateSchema } from "./evaluate.ts";
import { generateOtp, generateOtpSchema } from "./generate-otp.ts";
import { httpRequest, httpRequestSchema } from "./http-request.ts";
import { profile, profileSchema } from "./profile.ts";
import { receive, receiveSchema } from "./receive.ts";
import { split, splitSchema } from "./split.ts";
import { start, startSchema } from "./start.ts";
import { validateOtp, validateOtpSchema } from "./validate-otp.ts";
import { waitFor, waitForSchema } from "./wait-for.ts";
import { whatsapp, whatsappSchema } from "./whatsapp.ts";

/** A node of any type. */
export const flowNodeSchema = z.discriminatedUnion("type", [
  startSchema,
  receiveSchema,
  whatsappSchema,
  waitForSchema,
  branchSchema,
  delaySchema,
  businessHoursSchema,
  splitSchema,
  evaluateSchema,
  httpRequestSchema,
  dataParserSchema,
  profileSchema,
  generateOtpSchema,
  validateOtpSchema,
  endSchema,
]);

/** A node of any type. */
export type FlowNode = z.infer<typeof flowNodeSchema>;

/** The name of a node type. */
export type NodeType = FlowNode["type"];

/** A node of one type. */
export type NodeOf<Type extends NodeType> = Extract<FlowNode, { type: Type }>;

/** Every node type by its name. */
export const nodeDefinitions = {
  start,
  receive,
  whatsapp,
  "wait-for": waitFor,
  branch,
  delay,
  "business-hours": businessHours,
  split,
  evaluate,
  "http-request": httpRequest,
  "data-parser": dataParser,
  profile,
  "generate-otp": generateOtp,
  "validate-otp": validateOtp,
  end,
} as const satisfies { [Type in NodeType]: NodeDefinition<NodeOf<Type>["config"]> };

/** Whether a name is that of a node type. */
export function isNodeType(name: string): name is NodeType {
  return Object.hasOwn(nodeDefinitions, name);
}

/** The ways out of a node, in the order shown. */
export function outcomesOf(node: FlowNode): readonly Outcome[] {
  return definitionOf(node).outcomes(node.config);
}

/** The outputs that later nodes may read, as `receive.message`. */
export function outputsOf(node: FlowNode): readonly string[] {
  return definitionOf(node).outputs(node.config);
}

/** The fields of a node that may hold expressions, its transition actions included. */
export function templatesOf(node: FlowNode): readonly TemplateField[] {
  const actions = (["onEnter", "onLeave"] as const).flatMap((time) =>
    node[time].map((action, index) => ({ field: `${time}[${index}].value`, source: action.value })),
  );
  return [...definitionOf(node).templates(node.config).map(inConfig), ...actions];
}

/** The paths that expressions of a flow read, each as often as it is read. */
export function pathsRead({ nodes }: { readonly nodes: readonly FlowNode[] }): readonly VariablePath[] {
  return nodes.flatMap((node) => templatesOf(node).flatMap(({ source }) => pathsOf(parseTemplate(source))));
}

/** The fields of a node that hold regular expressions. */
export function patternsOf(node: FlowNode): readonly TemplateField[] {
  return definitionOf(node).patterns?.(node.config).map(inConfig) ?? [];
}

/** What no schema can say of a node. */
export function configProblemsOf(node: FlowNode, facts: FlowFacts = {}): readonly ConfigProblem[] {
  return definitionOf(node).problems?.(node.config, facts).map(inConfig) ?? [];
}

/** The nodes that a node's config names. */
export function referencesOf(node: FlowNode): readonly NodeNaming[] {
  return definitionOf(node).references?.(node.config).map(inConfig) ?? [];
}

/** The registry pairs each type with its own config; one node's config always fits its own definition. */
function definitionOf(node: FlowNode): NodeDefinition<FlowNode["config"]> {
  return nodeDefinitions[node.type] as NodeDefinition<FlowNode["config"]>;
}

function inConfig<Placed extends { readonly field: string }>(placed: Placed): Placed {
  return { ...placed, field: `config.${placed.field}` };
}

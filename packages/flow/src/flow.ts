import { formatPath, type InputProblem, type JsonObject, parseInput } from "@parley/messaging";
import { z } from "zod";
import { nodeIdSchema } from "./fields.ts";
import type { FlowIssue } from "./issue.ts";
import { flowLimits } from "./limits.ts";
import { positionSchema } from "./nodes/definition.ts";
import { type FlowNode, flowNodeSchema } from "./nodes/index.ts";
import { variableSchema } from "./variable.ts";

/** The format's name and version. */
export const flowFormat = "parley.flow/1";

/** The id of a flow, part of URLs and file names. */
export const flowIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "must be small letters, digits and -, at most 63, such as order-status");

const edgeSchema = z.strictObject({
  id: z.string().min(1).max(100),
  source: nodeIdSchema,
  outcome: z.string().min(1).max(100),
  target: nodeIdSchema,
});

const noteSchema = z.strictObject({
  id: z.string().min(1).max(100),
  text: z.string().max(flowLimits.descriptionLength),
  position: positionSchema,
  width: z.number().positive().max(10_000).default(200),
  height: z.number().positive().max(10_000).default(120),
});

const settingsSchema = z.strictObject({
  /** Where an outcome leads when the node itself has no edge for it, by the outcome's name. */
  outcomeDefaults: z.record(z.string().max(100), z.strictObject({ target: nodeIdSchema })).default({}),
  /** Node executions after which a conversation ends with an error. */
  maxNodeExecutions: z.int().min(1).max(flowLimits.nodeExecutions).default(flowLimits.nodeExecutions),
});

const head = {
  format: z.literal(flowFormat),
  id: flowIdSchema,
  name: z.string().min(1).max(flowLimits.nameLength),
  description: z.string().max(flowLimits.descriptionLength).default(""),
};

/** A flow: the contract between designer, runtime and tests. Strict, so that a misspelt field is an error and not a silent default. */
export const flowSchema = z.strictObject({
  ...head,
  settings: settingsSchema.prefault({}),
  variables: z.array(variableSchema).max(flowLimits.variables).default([]),
  nodes: z.array(flowNodeSchema).max(flowLimits.nodes),
  edges: z.array(edgeSchema).max(flowLimits.edges).default([]),
  notes: z.array(noteSchema).max(flowLimits.notes).default([]),
});

/** A flow. */
export type Flow = z.infer<typeof flowSchema>;

/** Where an outcome of a node leads. */
export type Edge = Flow["edges"][number];

/** A flow as it may be saved while it is being drawn: the head is right, the rest may be unfinished. */
export const flowDraftSchema = z.looseObject({
  ...head,
  nodes: z.array(z.looseObject({ id: z.string().max(100), type: z.string().max(100) })).max(flowLimits.nodes),
  edges: z
    .array(z.looseObject({ id: z.string().max(100) }))
    .max(flowLimits.edges)
    .default([]),
});

/** A flow as it may be saved while it is being drawn. */
export type FlowDraft = z.infer<typeof flowDraftSchema>;

/** A flow that was read, or what keeps it from being one. */
export type ParsedFlow =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly issues: readonly FlowIssue[] };

/** Reads flow JSON. Errors name the node, the field and what would be right. */
export function parseFlow(input: unknown): ParsedFlow {
  const parsed = parseInput(flowSchema, input);
  if (parsed.ok) return { ok: true, flow: parsed.value };
  return { ok: false, issues: parsed.problems.map((problem) => issueOf(problem, input)) };
}

/** A node that was read, or what keeps it from being one. */
export type ParsedNode =
  | { readonly ok: true; readonly node: FlowNode }
  | { readonly ok: false; readonly issues: readonly FlowIssue[] };

/** Reads one node alone, as `parseFlow` would among the others. */
export function parseNode(input: { readonly id: string; readonly [field: string]: unknown }): ParsedNode {
  const parsed = parseInput(flowNodeSchema, input);
  if (parsed.ok) return { ok: true, node: parsed.value };
  return { ok: false, issues: parsed.problems.map(({ path, message }) => issueAt(input.id, path, message)) };
}

function issueOf({ path, message }: InputProblem, input: unknown): FlowIssue {
  const [list, index, ...rest] = path;
  const nodeId = list === "nodes" && typeof index === "number" ? idOfNode(input, index) : undefined;
  return issueAt(nodeId, nodeId === undefined ? path : rest, message);
}

function issueAt(nodeId: string | undefined, path: InputProblem["path"], message: string): FlowIssue {
  const field = formatPath(path);
  const place = field === "" ? (nodeId === undefined ? "The flow" : "The node") : field;
  return { severity: "error", code: "schema", nodeId, field, message: `${place} ${message}.` };
}

function idOfNode(input: unknown, index: number): string | undefined {
  const nodes = (input as JsonObject)["nodes"];
  const node: unknown = Array.isArray(nodes) ? nodes[index] : undefined;
  const id = typeof node === "object" && node !== null ? Reflect.get(node, "id") : undefined;
  return typeof id === "string" ? id : undefined;
}

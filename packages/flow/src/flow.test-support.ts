import { formatPath, parseInput } from "@parley/messaging";
import type { z } from "zod";
import { type Condition, conditionSchema } from "./conditions/condition.ts";
import { type Flow, flowFormat, flowSchema } from "./flow.ts";
import { type FlowNode, flowNodeSchema, type NodeOf, type NodeType } from "./nodes/index.ts";

/** What a test says of a node; the rest is as the schema fills it in. */
export type DrawnNode = Partial<Omit<z.input<typeof flowNodeSchema>, "config">> & { type: NodeType; config: unknown };

/** What a test says of a flow. */
export type DrawnFlow = Partial<Omit<z.input<typeof flowSchema>, "nodes" | "edges">> & {
  nodes?: readonly DrawnNode[];
  /** Each as `n2 onBegin n3`: source, outcome, target. The outcome may hold spaces. */
  edges?: readonly string[];
};

export const startConfig = { trigger: { type: "whatsapp", event: "whatsapp.mo" } };
export const start: DrawnNode = { id: "n2", type: "start", config: startConfig };

/** A flow of what a test says; without nodes, a Start and an End. */
export function makeFlow(drawn: DrawnFlow = {}): Flow {
  const nodes = drawn.nodes ?? [start, { id: "n3", type: "end", config: {} }];
  const edges = (drawn.edges ?? (drawn.nodes === undefined ? ["n2 onBegin n3"] : [])).map((line, index) => {
    const [source = "", ...rest] = line.split(" ");
    return { id: `e${index + 1}`, source, outcome: rest.slice(0, -1).join(" "), target: rest.at(-1) };
  });
  return flowSchema.parse({ format: flowFormat, id: "test", name: "Test", ...drawn, nodes, edges });
}

/** A node of a type, its config as the schema fills it in. */
export function makeNode<Type extends NodeType>(type: Type, config: unknown, rest: object = {}): NodeOf<Type> {
  return flowNodeSchema.parse({ id: "n3", type, config, ...rest }) as NodeOf<Type>;
}

/** A condition, as the schema fills it in. */
export function makeCondition(condition: object): Condition {
  return conditionSchema.parse({ variable: "$(receive.message)", ...condition });
}

/** What a reader of the config is told is wrong with it: field and sentence. */
export function configProblems(type: FlowNode["type"], config: unknown): string[] {
  const parsed = parseInput(flowNodeSchema, { id: "n3", type, config });
  if (parsed.ok) return [];
  return parsed.problems.map(({ path, message }) => `${formatPath(path)} ${message}`);
}

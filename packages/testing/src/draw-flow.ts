import { checkFlow, type Edge, type Flow, flowFormat, type FlowNode, parseFlow } from "@parley/flow";

/** A node as a test draws it: flow JSON, where `config` may be absent if every field has a default. */
export type DrawnNode = { readonly id: string; readonly type: FlowNode["type"]; readonly [field: string]: unknown };

/** A flow as a test draws it: flow JSON without what says nothing. */
export type DrawnFlow = {
  readonly nodes: readonly DrawnNode[];
  /** Each as `n2 onBegin n3`: source, outcome, target. An outcome may hold spaces. */
  readonly edges: readonly string[];
  readonly variables?: readonly unknown[];
  readonly settings?: unknown;
};

const anyMessage = { trigger: { type: "whatsapp", event: "whatsapp.mo" } };

/**
 * The flow that a test draws. Unless a Start is among the nodes, `n2` is one that takes any incoming message. Throws, with all that is wrong, on
 * a flow that could not go live; but outcomes may lead nowhere, since that too is a case to test.
 */
export function drawFlow(drawn: DrawnFlow): Flow {
  const start = drawn.nodes.some(({ type }) => type === "start")
    ? []
    : [{ id: "n2", type: "start", config: anyMessage }];
  const nodes = [...start, ...drawn.nodes.map((node) => ({ config: {}, ...node }))];
  const parsed = parseFlow({
    format: flowFormat,
    id: "drawn",
    name: "Drawn",
    ...drawn,
    nodes,
    edges: drawn.edges.map(drawEdge),
  });
  if (!parsed.ok) throw new Error(sentences(parsed.issues));
  const errors = checkFlow(parsed.flow).filter(
    ({ severity, code }) => severity === "error" && code !== "outcome-unwired",
  );
  if (errors.length > 0) throw new Error(sentences(errors));
  return parsed.flow;
}

function drawEdge(line: string, index: number): Edge {
  const [source = "", ...rest] = line.split(" ");
  return { id: `e${index + 1}`, source, outcome: rest.slice(0, -1).join(" "), target: rest.at(-1) ?? "" };
}

function sentences(issues: readonly { readonly nodeId?: string | undefined; readonly message: string }[]): string {
  return issues.map(({ nodeId, message }) => `${nodeId ?? "flow"}: ${message}`).join("\n");
}

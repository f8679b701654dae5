import { type Edge, type Flow, flowFormat, outcomesOf, parseFlow } from "@parley/flow";
import { invariant } from "@parley/messaging";

/** A node as a test writes it: the `type` and `config` of flow JSON. */
export type NodeSketch = { readonly type: string; readonly config: object; readonly onLeave?: readonly object[] };

/** A flow as a test writes it. */
export type FlowSketch = {
  readonly id?: string;
  /** Which messages begin it: rows of conditions; every message unless given. */
  readonly startsOn?: readonly object[];
  /** What begins it, in the place of messages. */
  readonly trigger?: object;
  /** All nodes but Start, which is `n2` and leads to the first of them. */
  readonly nodes: Readonly<Record<string, NodeSketch>>;
  /** Such as `n3.onRead -> n4`. */
  readonly edges?: readonly string[];
};

/** The End to which required outcomes lead that the sketch says nothing about. */
const defaultEnd = "n99";

/** Makes flow JSON of a sketch. Outcomes that Make Live requires, and no edge takes up, lead to an End with the result `success`. */
export function flowOf({ id = "story", startsOn = [], nodes, edges = [], ...sketch }: FlowSketch): Flow {
  const trigger = sketch.trigger ?? { type: "whatsapp", event: "whatsapp.mo", conditions: startsOn };
  const [first = defaultEnd] = Object.keys(nodes);
  const all = { n2: { type: "start", config: { trigger } }, ...nodes, [defaultEnd]: end("success") };
  const parsed = parseFlow({
    ...{ format: flowFormat, id, name: id },
    nodes: Object.entries(all).map(([nodeId, node]) => ({ id: nodeId, ...node })),
    edges: [`n2.onBegin -> ${first}`, ...edges].map(edgeOf),
  });
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join("\n"));
  return { ...parsed.flow, edges: [...parsed.flow.edges, ...missingEdges(parsed.flow)] };
}

function edgeOf(text: string): Edge {
  const [, source, outcome, target] = /^(n\d+)\.(.+) -> (n\d+)$/.exec(text) ?? [];
  invariant(
    source !== undefined && outcome !== undefined && target !== undefined,
    `${text} reads like n3.onRead -> n4`,
  );
  return { id: `${source}.${outcome}`, source, outcome, target };
}

function missingEdges({ nodes, edges }: Flow): Edge[] {
  const taken = new Set(edges.map(({ source, outcome }) => `${source}.${outcome}`));
  return nodes.flatMap((node) =>
    outcomesOf(node)
      .filter(({ name, isRequired }) => isRequired && !taken.has(`${node.id}.${name}`))
      .map(({ name }) => edgeOf(`${node.id}.${name} -> ${defaultEnd}`)),
  );
}

/** A WhatsApp node that sends a text. */
export function send(body: string, more: object = {}): NodeSketch {
  return { type: "whatsapp", config: { message: { type: "text", body }, ...more } };
}

/** A Receive that waits for a text. */
export function receive(more: object = {}): NodeSketch {
  return { type: "receive", config: { events: [{ type: "whatsapp.mo" }], ...more } };
}

/** A Branch that compares one value: the name of each branch, and the text for which it is taken. */
export function branch(variable: string, texts: Readonly<Record<string, string>>): NodeSketch {
  const branches = Object.entries(texts).map(([name, value]) => ({
    name,
    rows: [{ variable, operator: "equals-ignore-case", value }],
  }));
  return { type: "branch", config: { branches } };
}

/** A Wait-for: waits for the receipt of what another node sent. */
export function waitFor(sender: string, awaited: "submit" | "delivery" | "read", timeoutSeconds: number): NodeSketch {
  return { type: "wait-for", config: { send: sender, waitFor: awaited, timeoutSeconds } };
}

/** An End. */
export function end(result: string): NodeSketch {
  return { type: "end", config: { result } };
}

/** A flow that answers each message with the same text, for as long as the contact writes. */
export function echoFlow(id = "echo"): Flow {
  return flowOf({
    id,
    nodes: { n3: send("You wrote: $(whatsapp.message)"), n4: receive() },
    edges: ["n3.onSuccess -> n4", "n4.whatsapp.mo -> n3"],
  });
}

import { type Outcome, outcomesOf } from "@parley/flow";
import type { DocumentEdge, DocumentNode, FlowDocument } from "./flow-document.ts";
import { ask, newConfigOf } from "./known-node.ts";
import { edgeOf, nodeById } from "./lookup.ts";
import { remember } from "./remember.ts";

export { edgeById, edgesFrom, edgesInto, nodeById } from "./lookup.ts";

/** Where an outcome leads: by its own edge, by the edge of its fallback, or by the flow's default. */
export type Target =
  | { readonly type: "edge"; readonly edge: DocumentEdge }
  | { readonly type: "fallback" | "default"; readonly target: string };

/**
 * The ways out of a node, in the order shown, each with a name of its own: while two branches have one name, the second is called `name (2)`. A
 * node of a type that is not known has none. Never throws; worked out once for each node object.
 */
export const outcomesOfNode: (node: DocumentNode) => readonly Outcome[] = remember((node) => {
  const asked = ask(node, outcomesOf);
  if (asked?.every((outcome) => typeof outcome?.name === "string")) return distinct(asked);
  const config = newConfigOf(node.type);
  return (config && ask({ ...node, config }, outcomesOf)) ?? [];
});

/** The way on from a new node: the first of its outcomes. */
export function defaultOutcome(node: DocumentNode): string | undefined {
  return outcomesOfNode(node)[0]?.name;
}

/** Where an outcome leads, by the same rules as the engine's; undefined for nowhere. */
export function targetOf(document: FlowDocument, nodeId: string, outcome: string): Target | undefined {
  const edge = edgeOf(document, nodeId, outcome);
  if (edge !== undefined) return { type: "edge", edge };
  const node = nodeById(document, nodeId);
  const fallback = node && outcomesOfNode(node).find(({ name }) => name === outcome)?.fallback;
  const substitute = fallback === undefined ? undefined : edgeOf(document, nodeId, fallback);
  if (substitute !== undefined) return { type: "fallback", target: substitute.target };
  const { outcomeDefaults } = document.settings;
  const set = Object.hasOwn(outcomeDefaults, outcome) ? outcomeDefaults[outcome] : undefined;
  return set && { type: "default", target: set.target };
}

/** Whether `connect` may make this edge: the source has the outcome, and the target is a node that conversations can come to. */
export function canConnect(
  document: FlowDocument,
  edge: { readonly source: string; readonly outcome: string; readonly target: string },
): boolean {
  const source = nodeById(document, edge.source);
  return (
    source !== undefined &&
    outcomesOfNode(source).some(({ name }) => name === edge.outcome) &&
    canBeTarget(document, edge.target)
  );
}

/** Whether an edge or a default may lead to a node: it is there, and not the Start, since a conversation cannot begin twice. */
export function canBeTarget(document: FlowDocument, nodeId: string): boolean {
  const target = nodeById(document, nodeId);
  return target !== undefined && target.type !== "start";
}

function distinct(outcomes: readonly Outcome[]): readonly Outcome[] {
  const taken = new Set<string>();
  return outcomes.map((outcome) => {
    const name = freeName(outcome.name, taken);
    taken.add(name);
    return name === outcome.name ? outcome : { ...outcome, name };
  });
}

/** Brackets are in no branch's valid name, so that a made-up name never meets a real one. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (name !== "" && !taken.has(name)) return name;
  let count = name === "" ? 1 : 2;
  while (taken.has(`${name} (${count})`)) count++;
  return `${name} (${count})`;
}

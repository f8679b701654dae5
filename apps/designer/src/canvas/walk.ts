import type { FlowDocument } from "../document/flow-document.ts";
import { edgesInto, nodeById, outcomesOfNode, targetOf } from "../document/outcomes.ts";

/*
 * Going from node to node along the graph, for those who do not point.
 */

/** Where one stands, and which node one came from. */
export type Standing = { readonly nodeId: string; readonly from?: string | undefined };

/** Along the connections, back, or to the neighbours that the same node leads to. */
export type Direction = "forward" | "back" | "previous" | "next";

/** One step; undefined where there is no way on. */
export function step(document: FlowDocument, standing: Standing, direction: Direction): Standing | undefined {
  const parent = parentOf(document, standing);
  switch (direction) {
    case "forward": {
      const [target] = targetsOf(document, standing.nodeId);
      return target === undefined ? undefined : { nodeId: target, from: standing.nodeId };
    }
    case "back":
      return parent === undefined ? undefined : { nodeId: parent };
    case "previous":
    case "next": {
      if (parent === undefined) return undefined;
      const siblings = targetsOf(document, parent);
      const sibling = siblings[siblings.indexOf(standing.nodeId) + (direction === "next" ? 1 : -1)];
      return sibling === undefined ? undefined : { nodeId: sibling, from: parent };
    }
  }
}

const orders = new WeakMap<FlowDocument["nodes"], { edges: FlowDocument["edges"]; order: readonly string[] }>();

/** All nodes as the flow runs: Start first, then along the outcomes in depth, and what cannot be reached at the end. */
export function flowOrder(document: FlowDocument): readonly string[] {
  const known = orders.get(document.nodes);
  if (known?.edges === document.edges) return known.order;
  const starts = document.nodes.filter(({ type }) => type === "start");
  const seen = new Set<string>();
  for (const { id } of [...starts, ...document.nodes]) {
    const waiting = [id];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...targetsOf(document, next).toReversed());
    }
  }
  const order = [...seen];
  orders.set(document.nodes, { edges: document.edges, order });
  return order;
}

/** The nodes that a node leads to by edges of its own, in the order of its outcomes, each once. */
function targetsOf(document: FlowDocument, nodeId: string): readonly string[] {
  const node = nodeById(document, nodeId);
  if (node === undefined) return [];
  const targets = outcomesOfNode(node).flatMap(({ name }) => {
    const target = targetOf(document, nodeId, name);
    return target?.type === "edge" ? [target.edge.target] : [];
  });
  return [...new Set(targets)];
}

/** The node one came from, if it still leads here; else the first that does. */
function parentOf(document: FlowDocument, { nodeId, from }: Standing): string | undefined {
  const sources = edgesInto(document, nodeId).map(({ source }) => source);
  return sources.find((source) => source === from) ?? sources[0];
}

import type { ElkExtendedEdge, ElkNode, ElkPort, LayoutOptions } from "elkjs/lib/elk-api.js";
import type { DocumentNode, FlowDocument, Position } from "./flow-document.ts";
import { cardSize, handlesOf, isLost, snap, sourceHandleOf, targetHandle } from "./geometry.ts";
import { edgesFrom, nodeById } from "./lookup.ts";
import { outcomesOfNode } from "./outcomes.ts";

/** Works a layout out, in a worker or wherever the graph is given to. */
export type LayOut = (graph: ElkNode) => Promise<ElkNode>;

/** Layers from left to right, ports where the cards have their handles, so that outcomes keep their order. */
const options: LayoutOptions = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.layered.spacing.nodeNodeBetweenLayers": "120",
  "elk.spacing.nodeNode": "60",
  "elk.spacing.edgeNode": "30",
  "elk.spacing.componentComponent": "100",
  "elk.layered.cycleBreaking.strategy": "MODEL_ORDER",
  "elk.layered.considerModelOrder.components": "MODEL_ORDER",
};

/** Up to so many nodes the way of placing that looks best takes less than a second; beyond, one is used that grows slower. */
const fewNodes = 200;

/**
 * The places of nodes when the flow is tidied up, on the grid: of all, or of some among themselves. The upper left corner stays where it is; notes are
 * left alone. Works in a worker, which is started when it is first needed.
 */
export async function tidy(
  document: FlowDocument,
  nodeIds?: ReadonlySet<string>,
  layOut?: LayOut,
): Promise<Map<string, Position>> {
  const graph = layoutInput(document, nodeIds);
  const { children = [] } = graph;
  if (children.length === 0) return new Map();
  const run = layOut ?? (await import("./layout-in-worker.ts")).layOutInWorker;
  const corner = cornerOf(children.flatMap(({ id }) => nodeById(document, id)?.position ?? []));
  return moved(positionsFrom(await run(graph)), corner);
}

/** The graph to be laid out. Nodes come in the order in which ways from the Start come to them: an edge to an earlier one leads back. */
export function layoutInput(document: FlowDocument, nodeIds?: ReadonlySet<string>): ElkNode {
  const nodes = inOrder(document).filter(({ id }) => nodeIds === undefined || nodeIds.has(id));
  const included = new Set(nodes.map(({ id }) => id));
  const edges = document.edges.filter(({ source, target }) => included.has(source) && included.has(target));
  return {
    id: "flow",
    layoutOptions: {
      ...options,
      "elk.layered.nodePlacement.strategy": nodes.length > fewNodes ? "LINEAR_SEGMENTS" : "NETWORK_SIMPLEX",
    },
    children: nodes.map(toElkNode),
    edges: edges.flatMap(({ id, source, outcome, target }): ElkExtendedEdge[] => {
      const from = nodeById(document, source);
      if (from === undefined || isLost(from, outcome) || nodeById(document, target)?.type === "start") return [];
      return [
        {
          id,
          sources: [portOf(source, "right", sourceHandleOf(from, outcome))],
          targets: [portOf(target, "left", targetHandle)],
        },
      ];
    }),
  };
}

/** Where a layout put the nodes, on the grid. */
export function positionsFrom(result: ElkNode): Map<string, Position> {
  return new Map((result.children ?? []).map(({ id, x = 0, y = 0 }) => [id, snap({ x, y })]));
}

function toElkNode(node: DocumentNode): ElkNode {
  return {
    id: node.id,
    ...cardSize(node),
    ports: handlesOf(node).map(({ id, x, y, side }): ElkPort => {
      return {
        id: portOf(node.id, side, id),
        x,
        y,
        width: 0,
        height: 0,
        layoutOptions: { "elk.port.side": side === "left" ? "WEST" : "EAST" },
      };
    }),
    layoutOptions: {
      "elk.portConstraints": "FIXED_POS",
      ...(node.type === "start" ? { "elk.layered.layering.layerConstraint": "FIRST" } : {}),
    },
  };
}

/** A source and a target handle of one node may have one name: a branch may be called `in`. */
function portOf(nodeId: string, side: string, handle: string): string {
  return `${nodeId} ${side} ${handle}`;
}

/** The nodes as ways from the Start come to them, outcome by outcome; then those that none comes to. */
function inOrder(document: FlowDocument): readonly DocumentNode[] {
  const found = new Set<DocumentNode>();
  const starts = document.nodes.filter(({ type }) => type === "start");
  for (const first of [...starts, ...document.nodes]) {
    if (found.has(first)) continue;
    found.add(first);
    const queue = [first];
    for (const node of queue) {
      for (const next of targetsOf(document, node)) {
        if (found.has(next)) continue;
        found.add(next);
        queue.push(next);
      }
    }
  }
  return [...found];
}

function targetsOf(document: FlowDocument, node: DocumentNode): readonly DocumentNode[] {
  const rows = outcomesOfNode(node).map(({ name }) => name);
  const edges = edgesFrom(document, node.id);
  const inRows = edges.length < 2 ? edges : edges.toSorted((a, b) => rows.indexOf(a.outcome) - rows.indexOf(b.outcome));
  return inRows.flatMap(({ target }) => nodeById(document, target) ?? []);
}

function cornerOf(positions: readonly Position[]): Position {
  return {
    x: positions.reduce((least, { x }) => Math.min(least, x), Infinity),
    y: positions.reduce((least, { y }) => Math.min(least, y), Infinity),
  };
}

/** The same places with the upper left corner at `corner`. */
function moved(positions: ReadonlyMap<string, Position>, corner: Position): Map<string, Position> {
  const from = cornerOf([...positions.values()]);
  return new Map(
    [...positions].map(([id, { x, y }]) => [id, snap({ x: x - from.x + corner.x, y: y - from.y + corner.y })]),
  );
}

import type { DocumentEdge, DocumentNode, FlowDocument, StickyNote } from "./flow-document.ts";
import { remember } from "./remember.ts";

/** The node with this id. The first call for a list of nodes reads it, all others take constant time; the same holds for all that follow. */
export function nodeById(document: FlowDocument, nodeId: string): DocumentNode | undefined {
  return document.nodes[nodeIndex(document, nodeId) ?? -1];
}

/** Where a node stands in the list of nodes. */
export function nodeIndex(document: FlowDocument, nodeId: string): number | undefined {
  return nodePlaces(document.nodes).get(nodeId);
}

/** The edge with this id. */
export function edgeById(document: FlowDocument, edgeId: string): DocumentEdge | undefined {
  return document.edges[edgeIndex(document, edgeId) ?? -1];
}

/** Where an edge stands in the list of edges. */
export function edgeIndex(document: FlowDocument, edgeId: string): number | undefined {
  return edgeMaps(document.edges).places.get(edgeId);
}

/** The edges that lead to a node. */
export function edgesInto(document: FlowDocument, nodeId: string): readonly DocumentEdge[] {
  return edgeMaps(document.edges).into.get(nodeId) ?? none;
}

/** The edges that leave a node. */
export function edgesFrom(document: FlowDocument, nodeId: string): readonly DocumentEdge[] {
  return edgeMaps(document.edges).from.get(nodeId) ?? none;
}

/** The edge of an outcome. Of two edges for one outcome, which a draft from elsewhere may have, the last counts, as it does for the engine. */
export function edgeOf(document: FlowDocument, nodeId: string, outcome: string): DocumentEdge | undefined {
  return edgesFrom(document, nodeId).findLast((edge) => edge.outcome === outcome);
}

/** Where a sticky note stands in the list of notes. */
export function noteIndex(document: FlowDocument, noteId: string): number | undefined {
  return notePlaces(document.notes).get(noteId);
}

const none: readonly DocumentEdge[] = [];

const nodePlaces = remember((nodes: readonly DocumentNode[]) => placesOf(nodes));

const notePlaces = remember((notes: readonly StickyNote[]) => placesOf(notes));

const edgeMaps = remember((edges: readonly DocumentEdge[]) => ({
  places: placesOf(edges),
  from: Map.groupBy(edges, ({ source }) => source),
  into: Map.groupBy(edges, ({ target }) => target),
}));

function placesOf(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, index) => [id, index]));
}

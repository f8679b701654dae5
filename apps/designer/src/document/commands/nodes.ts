import { flowLimits, type NodeType } from "@parley/flow";
import { invariant } from "@parley/messaging";
import { completeNode } from "../complete-node.ts";
import type { DocumentNode, FlowDocument, Position } from "../flow-document.ts";
import { cardSize, freePlace, handlesOf } from "../geometry.ts";
import { freeIds } from "../ids.ts";
import { newConfigOf } from "../known-node.ts";
import { edgeById, nodeById, nodeIndex } from "../lookup.ts";
import { defaultOutcome } from "../outcomes.ts";
import { type DocumentDraft, now, writable } from "./draft.ts";
import { connect, editEdge } from "./edges.ts";
import { makeRoom } from "./make-room.ts";

/** The free space between a card and the next one that is put beside it, in pixels. */
const gap = 100;

/** Adds a node at a place and gives its id. A flow has one Start and no room beyond its limit. */
export function addNode(
  draft: DocumentDraft,
  node: { readonly type: NodeType; readonly position: Position; readonly name?: string },
): string {
  const document = now(draft);
  const { type, position, name = "" } = node;
  invariant(document.nodes.length < flowLimits.nodes, "the flow has room for one more node");
  invariant(type !== "start" || !document.nodes.some((other) => other.type === "start"), "a flow has one Start");
  const id = freeIds(document).node();
  draft.nodes.push(...(completeNode({ id, type, name, position }) as DocumentDraft["nodes"]));
  return id;
}

/** Adds a node and leads an outcome to it. Without a place it goes to the right, in line with the outcome, where there is room. Gives its id. */
export function addNodeAfter(
  draft: DocumentDraft,
  after: {
    readonly nodeId: string;
    readonly outcome: string;
    readonly type: NodeType;
    readonly position?: Position;
    readonly name?: string;
  },
): string {
  const { nodeId, outcome, ...node } = after;
  const id = addNode(draft, { ...node, position: after.position ?? placeAfter(now(draft), after) });
  connect(draft, { source: nodeId, outcome, target: id });
  return id;
}

/** Puts a node into an edge: the edge leads to it, and its default outcome leads on; an End leads nowhere. What follows makes room. Gives its id. */
export function insertOnEdge(draft: DocumentDraft, at: { readonly edgeId: string; readonly type: NodeType }): string {
  const edge = edgeById(now(draft), at.edgeId);
  invariant(edge, `${at.edgeId} is an edge of the flow`);
  const id = addNode(draft, { type: at.type, position: makeRoom(draft, edge, gap / 2) });
  editEdge(draft, edge.id).target = id;
  const added = nodeById(now(draft), id);
  const outcome = added && defaultOutcome(added);
  if (outcome !== undefined) connect(draft, { source: id, outcome, target: edge.target });
  return id;
}

/** Names a node. */
export function renameNode(draft: DocumentDraft, nodeId: string, name: string): void {
  editNode(draft, nodeId).name = name;
}

/** The node to be written to. */
export function editNode(draft: DocumentDraft, nodeId: string): DocumentDraft["nodes"][number] {
  const node = writable(draft.nodes, nodeIndex(now(draft), nodeId));
  invariant(node, `${nodeId} is a node of the flow`);
  return node;
}

function placeAfter(
  document: FlowDocument,
  { nodeId, outcome, type }: { readonly nodeId: string; readonly outcome: string; readonly type: NodeType },
): Position {
  const source = nodeById(document, nodeId);
  invariant(source, `${nodeId} is a node of the flow`);
  const handle = handlesOf(source).find(({ id, type: end }) => id === outcome && end === "source");
  const fresh: DocumentNode = { ...source, type, config: newConfigOf(type) ?? {} };
  const { x, y } = source.position;
  const isFirst = outcome === defaultOutcome(source);
  return freePlace(
    document,
    { x: x + cardSize(source).width + gap, y: isFirst || handle === undefined ? y : y + handle.y },
    cardSize(fresh),
  );
}

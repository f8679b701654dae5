import type { OutcomeColour } from "@parley/flow";
import { type Edge, type Node, type NodeHandle, Position } from "@xyflow/react";
import type { DocumentEdge, DocumentNode, FlowDocument, StickyNote } from "../document/flow-document.ts";
import {
  anyOutcome,
  cardSize,
  footHandle,
  handlesOf,
  isLost,
  sourceHandleOf,
  targetHandle,
} from "../document/geometry.ts";
import { nodeById, outcomesOfNode } from "../document/outcomes.ts";
import { nodeTitle, typeTitle } from "../nodes/titles.ts";
import type { FlowSession, ViewState } from "../session/flow-session.ts";
import type { Texts } from "../texts/en/index.ts";

/*
 * What the canvas draws, as the library wants it.
 * 1. Sizes and handles are given and never measured, so that what is out of view is never mounted and edges to it are drawn all the same.
 * 2. What has not changed keeps its identity: one edit makes anew what it touched and nothing else.
 */

/** A node's card on the canvas. */
export type CardNode = Node<{ readonly node: DocumentNode }, "card">;
/** A sticky note on the canvas. */
export type NoteNode = Node<{ readonly note: StickyNote }, "note">;
/** Whatever has a place on the canvas. */
export type CanvasNode = CardNode | NoteNode;
/** An edge on the canvas. */
export type CanvasEdge = Edge<
  {
    readonly edge: DocumentEdge;
    readonly colour: OutcomeColour;
    readonly source: DocumentNode;
    /** Its source has no such outcome: conversations never go this way. */
    readonly isLost: boolean;
  },
  "outcome"
>;

/** What tells how a selection is drawn. */
export type Selected = Pick<ViewState, "nodeIds" | "edgeIds" | "noteIds">;

/** The nodes and notes of a document; notes first, so that they lie below. */
export function projectNodes(
  document: FlowDocument,
  about: { readonly selected: Selected; readonly texts: Texts },
  before: readonly CanvasNode[],
): readonly CanvasNode[] {
  const { selected, texts } = about;
  const known = new Map(before.map((node) => [node.id, node]));
  const notes = document.notes.map((note) =>
    projectNote(note, { isSelected: selected.noteIds.has(note.id), texts }, known.get(note.id)),
  );
  const cards = document.nodes.map((node) => {
    const before = known.get(node.id);
    return isDrawnCard(before, node, selected.nodeIds.has(node.id))
      ? before
      : projectCard(node, { isSelected: selected.nodeIds.has(node.id), texts }, before);
  });
  return keepIfSame([...notes, ...cards], before);
}

/** The edges of a document. */
export function projectEdges(
  document: FlowDocument,
  about: { readonly selected: Selected; readonly mode: FlowSession["mode"] },
  before: readonly CanvasEdge[],
): readonly CanvasEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const edges = document.edges.flatMap((edge) => {
    const source = nodeById(document, edge.source);
    const isSelected = about.selected.edgeIds.has(edge.id);
    const isReconnectable = isSelected && about.mode === "edit";
    return source === undefined ? [] : [projectEdge({ edge, source, isSelected, isReconnectable }, known.get(edge.id))];
  });
  return keepIfSame(edges, before);
}

function isDrawnCard(before: CanvasNode | undefined, node: DocumentNode, isSelected: boolean): before is CardNode {
  if (before?.type !== "card" || before.selected !== isSelected) return false;
  return before.data.node === node && before.position === node.position;
}

function projectCard(
  node: DocumentNode,
  { isSelected, texts }: { readonly isSelected: boolean; readonly texts: Texts },
  before: CanvasNode | undefined,
): CardNode {
  const size = cardSize(node);
  return {
    id: node.id,
    type: "card",
    position: node.position,
    data: before?.type === "card" && before.data.node === node ? before.data : { node },
    selected: isSelected,
    ...size,
    measured: size,
    handles: libraryHandles(node),
    ariaLabel: texts.canvas.nodeName(typeTitle(node.type, texts), nodeTitle(node, texts)),
    domAttributes: domAttributes({
      "data-node-id": node.id,
      "data-node-type": node.type,
      "aria-describedby": `about-${node.id}`,
      tabIndex: -1,
    }),
  };
}

function projectNote(
  note: StickyNote,
  { isSelected, texts }: { readonly isSelected: boolean; readonly texts: Texts },
  before: CanvasNode | undefined,
): NoteNode {
  const isDrawn = before?.type === "note" && before.data.note === note && before.position === note.position;
  if (isDrawn && before.selected === isSelected && before.width === note.width) return before;
  const size = { width: note.width, height: note.height };
  return {
    id: note.id,
    type: "note",
    position: note.position,
    data: { note },
    selected: isSelected,
    ...size,
    measured: size,
    handles: [],
    zIndex: -1,
    ariaLabel: texts.canvas.note,
    domAttributes: domAttributes({ "data-note-id": note.id, "aria-describedby": `about-${note.id}`, tabIndex: -1 }),
  };
}

type EdgeParts = {
  readonly edge: DocumentEdge;
  readonly source: DocumentNode;
  readonly isSelected: boolean;
  readonly isReconnectable: boolean;
};

function projectEdge(parts: EdgeParts, before: CanvasEdge | undefined): CanvasEdge {
  const { edge, source, isSelected, isReconnectable } = parts;
  const colour = outcomesOfNode(source).find(({ name }) => name === edge.outcome)?.colour ?? "red";
  const data = before?.data;
  const sourceHandle = sourceHandleOf(source, edge.outcome);
  const isDrawn = data?.edge === edge && data.colour === colour && before?.sourceHandle === sourceHandle;
  if (isDrawn && before?.selected === isSelected && before.reconnectable === isReconnectable) return before;
  return {
    id: edge.id,
    type: "outcome",
    source: edge.source,
    sourceHandle,
    target: edge.target,
    targetHandle,
    data: { edge, colour, source, isLost: isLost(source, edge.outcome) },
    selected: isSelected,
    reconnectable: isReconnectable,
    domAttributes: domAttributes({
      "data-source": edge.source,
      "data-outcome": edge.outcome,
      "data-target": edge.target,
      "data-colour": colour,
      "data-edge-id": edge.id,
      // A card says where its outcomes lead; that its edges said it again would only be noise.
      "aria-hidden": true,
    }),
  };
}

const handles = new WeakMap<DocumentNode, NodeHandle[]>();

function libraryHandles(node: DocumentNode): NodeHandle[] {
  let found = handles.get(node);
  if (found === undefined) {
    const own = handlesOf(node);
    const all = own.some(({ id, type }) => type === "source" && id === anyOutcome) ? own : [...own, footHandle(node)];
    found = all.map(({ id, type, x, y, side }) => ({
      id,
      type,
      x,
      y,
      width: 0,
      height: 0,
      position: side === "left" ? Position.Left : Position.Right,
    }));
    handles.set(node, found);
  }
  return found;
}

/** The library's type knows no `data-` attributes, but passes them on. */
function domAttributes(attributes: { readonly [name: string]: string | number | boolean }): object {
  return attributes;
}

function keepIfSame<Item>(items: readonly Item[], before: readonly Item[]): readonly Item[] {
  return items.length === before.length && items.every((item, index) => item === before[index]) ? before : items;
}

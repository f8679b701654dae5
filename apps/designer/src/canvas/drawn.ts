import type { EdgeChange, NodeChange } from "@xyflow/react";
import { createStore, type StoreApi } from "zustand/vanilla";
import { moveItems } from "../document/commands/index.ts";
import type { Position } from "../document/flow-document.ts";
import type { FlowSession } from "../session/flow-session.ts";
import type { Texts } from "../texts/en/index.ts";
import { afterLetter } from "./after-letter.ts";
import { canvasOf } from "./canvas-state.ts";
import { guide, type Guides, guideTargets, type Targets } from "./guides.ts";
import { type CanvasEdge, type CanvasNode, projectEdges, projectNodes } from "./projection.ts";

/** What is on the canvas now: the document, and whatever a drag has moved and not yet let go. */
export type Drawn = {
  readonly store: StoreApi<Projected>;
  readonly changeNodes: (changes: readonly NodeChange<CanvasNode>[]) => void;
  readonly changeEdges: (changes: readonly EdgeChange<CanvasEdge>[]) => void;
  /** Whether something is dragged. */
  readonly isDragging: () => boolean;
  /** Follows the document and the selection until what it returns is called. */
  readonly follow: () => () => void;
};

/** A drag moves what is drawn alone; the document hears of it once, when it is let go. */
export function createDrawn(session: FlowSession, texts: Texts): Drawn {
  let dragged: { targets: Targets; ids: Set<string> } | undefined;
  const store = createStore<Projected>(() => project(session, texts, { nodes: [], edges: [] }));
  const redraw = (): void => {
    // What is being dragged keeps its place, whoever else changes the document meanwhile.
    if (dragged === undefined) store.setState(project(session, texts, store.getState()));
  };

  const move = (moves: ReadonlyMap<string, Position>): void => {
    const { nodes } = store.getState();
    dragged ??= { targets: guideTargets(nodes, moves), ids: new Set(moves.keys()) };
    const guided = guide(nodes, moves, dragged.targets);
    showGuides(session, guided.guides);
    store.setState({ nodes: moved(nodes, guided.moves) });
  };

  const letGo = (ids: readonly string[]): void => {
    if (dragged === undefined) return;
    const places = positionsOf(store.getState().nodes, new Set([...ids, ...dragged.ids]));
    dragged = undefined;
    showGuides(session, {});
    const label = texts.canvas.undoMove(places.length);
    session.editor.edit({ label }, (draft) => moveItems(draft, places));
    redraw();
  };

  return {
    store,
    changeNodes: (changes) => {
      const moves = new Map<string, Position>();
      const ended: string[] = [];
      for (const change of changes) {
        if (change.type === "position" && change.dragging === true && change.position) {
          moves.set(change.id, change.position);
        }
        if (change.type === "position" && change.dragging !== true) ended.push(change.id);
      }
      if (moves.size > 0) move(moves);
      if (ended.length > 0) letGo(ended);
      selectNodes(session, changes);
    },
    changeEdges: (changes) => {
      // A box selects what has a place. Edges go with their nodes anyhow.
      if (!canvasOf(session).getState().isMarquee) selectEdges(session, changes);
    },
    isDragging: () => dragged !== undefined,
    follow: () => {
      redraw();
      const edited = afterLetter(redraw);
      const stops = [session.editor.store.subscribe(edited.run), edited.stop, session.view.subscribe(redraw)];
      return () => stops.forEach((stop) => stop());
    },
  };
}

type Projected = { readonly nodes: readonly CanvasNode[]; readonly edges: readonly CanvasEdge[] };

function project(session: FlowSession, texts: Texts, before: Projected): Projected {
  const document = session.editor.document();
  const selected = session.view.getState();
  return {
    nodes: projectNodes(document, { selected, texts }, before.nodes),
    edges: projectEdges(document, { selected, mode: session.mode }, before.edges),
  };
}

function moved(nodes: readonly CanvasNode[], moves: ReadonlyMap<string, Position>): readonly CanvasNode[] {
  return nodes.map((node) => {
    const position = moves.get(node.id);
    return position === undefined ? node : { ...node, position, dragging: true };
  });
}

/** All that is drawn hears of a change; most steps of a drag change no line. */
function showGuides(session: FlowSession, guides: Guides): void {
  const state = canvasOf(session);
  const { x, y } = state.getState().guides;
  if (x !== guides.x || y !== guides.y) state.setState({ guides });
}

function positionsOf(nodes: readonly CanvasNode[], ids: ReadonlySet<string>): { id: string; position: Position }[] {
  return nodes
    .filter(({ id }) => ids.has(id))
    .map(({ id, position }) => ({ id, position: { x: position.x, y: position.y } }));
}

function selectNodes(session: FlowSession, changes: readonly NodeChange<CanvasNode>[]): void {
  const { nodeIds, noteIds } = session.view.getState();
  const [nextNodes, nextNotes] = [new Set(nodeIds), new Set(noteIds)];
  const notes = new Set(session.editor.document().notes.map(({ id }) => id));
  for (const change of changes) {
    if (change.type !== "select") continue;
    const ids = notes.has(change.id) ? nextNotes : nextNodes;
    if (change.selected) ids.add(change.id);
    else ids.delete(change.id);
  }
  if (!isSame(nodeIds, nextNodes)) session.view.setState({ nodeIds: nextNodes });
  if (!isSame(noteIds, nextNotes)) session.view.setState({ noteIds: nextNotes });
}

function selectEdges(session: FlowSession, changes: readonly EdgeChange<CanvasEdge>[]): void {
  const { edgeIds } = session.view.getState();
  const next = new Set(edgeIds);
  for (const change of changes) {
    if (change.type !== "select") continue;
    if (change.selected) next.add(change.id);
    else next.delete(change.id);
  }
  if (!isSame(edgeIds, next)) session.view.setState({ edgeIds: next });
}

function isSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((id) => other.has(id));
}

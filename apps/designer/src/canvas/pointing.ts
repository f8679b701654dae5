import type { ReactFlowProps } from "@xyflow/react";
import { faceOf } from "../nodes/index.ts";
import { nodeById } from "../document/outcomes.ts";
import { type FlowSession, revealNode, select } from "../session/flow-session.ts";
import type { Texts } from "../texts/en/index.ts";
import { canvasOf, type MenuRequest } from "./canvas-state.ts";
import { tryLead } from "./connections.ts";
import type { Drawn } from "./drawn.ts";
import type { CanvasEdge, CanvasNode } from "./projection.ts";

type Handlers = ReactFlowProps<CanvasNode, CanvasEdge>;

/** What the pointer does to nodes, edges and the empty canvas, but for connecting. */
export function pointing(session: FlowSession, drawn: Drawn, texts: Texts): Handlers {
  const state = canvasOf(session);
  const openMenu = (
    event: { clientX: number; clientY: number; preventDefault(): void },
    of: MenuRequest["of"],
  ): void => {
    event.preventDefault();
    state.setState({ menu: { of, at: { x: event.clientX, y: event.clientY } } });
  };
  return {
    onInit: (instance) => state.setState({ instance }),
    onNodesChange: drawn.changeNodes,
    onEdgesChange: drawn.changeEdges,
    onNodeClick: (event, node) => {
      if (event.target instanceof Element && event.target.closest(".react-flow__handle") !== null) return;
      const { clickedHandle } = state.getState();
      state.setState({ clickedHandle: undefined });
      if (clickedHandle !== undefined) return tryLead(session, { ...clickedHandle, target: node.id }, texts);
      if (node.type === "card") session.view.setState({ panel: "inspector" });
      // Of several that are selected, the one that is clicked stays.
      if (!event.shiftKey && !event.ctrlKey && !event.metaKey) selectOnly(session, node);
    },
    onNodeDoubleClick: (_event, node) => openItem(session, node.id),
    onNodeContextMenu: (event, node) => {
      const { nodeIds, noteIds } = session.view.getState();
      const isOneOfMany = node.selected === true && nodeIds.size + noteIds.size > 1;
      if (!isOneOfMany) selectOnly(session, node);
      openMenu(event, isOneOfMany ? "selection" : node.type === "note" ? "note" : "node");
    },
    onEdgeContextMenu: (event, edge) => {
      select(session, { edgeIds: new Set([edge.id]) });
      openMenu(event, "edge");
    },
    onPaneContextMenu: (event) => openMenu(event, "canvas"),
    onSelectionStart: () => state.setState({ isMarquee: true }),
    onSelectionEnd: () => state.setState({ isMarquee: false }),
    onEdgeMouseEnter: (_event, edge) => state.setState({ hoveredEdgeId: edge.id }),
    onEdgeMouseLeave: ({ relatedTarget }, edge) => {
      // The button that appears on the edge is part of it.
      const isOnButton = relatedTarget instanceof Element && relatedTarget.closest(`[data-insert-on="${edge.id}"]`);
      if (!isOnButton) state.setState({ hoveredEdgeId: undefined });
    },
  };
}

function selectOnly(session: FlowSession, { id, type }: CanvasNode): void {
  const ids = new Set([id]);
  select(session, type === "note" ? { noteIds: ids } : { nodeIds: ids });
}

/** Opens a node in the inspector, at its first field; a note for writing. */
export function openItem(session: FlowSession, id: string): void {
  const document = session.editor.document();
  const node = nodeById(document, id);
  if (node !== undefined) revealNode(session, id, faceOf(node.type)?.firstField);
  else if (session.mode === "edit") canvasOf(session).setState({ editedNoteId: id });
}

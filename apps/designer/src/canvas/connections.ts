import type { FinalConnectionState, ReactFlowProps } from "@xyflow/react";
import { reconnect } from "../document/commands/index.ts";
import { anyOutcome } from "../document/geometry.ts";
import { canConnect } from "../document/outcomes.ts";
import type { FlowSession } from "../session/flow-session.ts";
import type { Texts } from "../texts/en/index.ts";
import { lead } from "./add.ts";
import { canvasOf, type ClientPlace } from "./canvas-state.ts";
import type { CanvasEdge, CanvasNode } from "./projection.ts";

type Handlers = ReactFlowProps<CanvasNode, CanvasEdge>;
type Outgoing = { readonly nodeId: string; readonly outcome: string };

/**
 * Connecting: from an outcome to a node, by dragging or by two clicks. A node is hit wherever its card is; on the empty canvas the list of nodes
 * opens, and what is chosen there is connected.
 */
export function connectionHandlers(session: FlowSession, texts: Texts): Handlers {
  const state = canvasOf(session);
  const endAt = (from: Outgoing, event: MouseEvent | TouchEvent): void => {
    const at = placeOf(event);
    const hit = document.elementFromPoint(at.x, at.y);
    const target = hit?.closest("[data-node-id]")?.getAttribute("data-node-id");
    if (typeof target === "string") return tryLead(session, { ...from, target }, texts);
    if (hit === null || hit.closest(".react-flow__pane") === null) return;
    const position = state.getState().instance?.screenToFlowPosition(at);
    // A click follows the pointer that was let go; the list opens after it, else it would take it for one beside itself.
    requestAnimationFrame(() => state.setState({ picker: { type: "lead", ...from, at, position } }));
  };
  return {
    isValidConnection: ({ source, sourceHandle, target }) =>
      typeof sourceHandle === "string" &&
      canConnect(session.editor.document(), { source, outcome: sourceHandle, target }),
    onConnect: ({ source, sourceHandle, target }) => {
      if (sourceHandle !== null) lead(session, { source, outcome: sourceHandle, target }, texts);
    },
    onConnectEnd: (event, connection) => {
      const from = fromOf(connection);
      if (from !== undefined && connection.isValid !== true) endAt(from, event);
    },
    onClickConnectStart: (_event, { nodeId, handleId }) => {
      if (nodeId !== null && handleId !== null) state.setState({ clickedHandle: { nodeId, outcome: handleId } });
    },
    onClickConnectEnd: (event) => {
      const from = state.getState().clickedHandle;
      state.setState({ clickedHandle: undefined });
      const isOnPane = event.target instanceof Element && event.target.closest(".react-flow__node") === null;
      if (from !== undefined && isOnPane) endAt(from, event);
    },
    onReconnect: (edge, { source, sourceHandle, target }) => {
      const outcome = sourceHandle ?? edge.sourceHandle;
      if (typeof outcome !== "string" || outcome === anyOutcome) return;
      session.editor.edit({ label: texts.canvas.undoConnect }, (draft) =>
        reconnect(draft, { edgeId: edge.id, source, outcome, target }),
      );
    },
  };
}

/** Makes an outcome lead to a node, if it may. */
export function tryLead(session: FlowSession, to: Outgoing & { readonly target: string }, texts: Texts): void {
  const edge = { source: to.nodeId, outcome: to.outcome, target: to.target };
  if (canConnect(session.editor.document(), edge)) lead(session, edge, texts);
}

function fromOf({ fromHandle, fromNode }: FinalConnectionState): Outgoing | undefined {
  if (fromHandle?.type !== "source" || typeof fromHandle.id !== "string" || fromNode === null) return undefined;
  return { nodeId: fromNode.id, outcome: fromHandle.id };
}

function placeOf(event: MouseEvent | TouchEvent): ClientPlace {
  const point = "changedTouches" in event ? event.changedTouches[0] : event;
  return { x: point?.clientX ?? 0, y: point?.clientY ?? 0 };
}

import "@xyflow/react/dist/base.css";
import {
  Background,
  ConnectionLineType,
  ReactFlow,
  type ReactFlowProps,
  ReactFlowProvider,
  SelectionMode,
  useStoreApi,
} from "@xyflow/react";
import { type CSSProperties, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { cardMeasures, gridSize } from "../document/geometry.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { provideBridge } from "./bridge.ts";
import styles from "./canvas.module.css";
import { canvasOf, useCanvas } from "./canvas-state.ts";
import { CanvasMenu } from "./canvas-menu.tsx";
import { CanvasTools } from "./canvas-tools.tsx";
import { useClipboard } from "./clipboard.ts";
import { ConnectionHint } from "./connection-hint.tsx";
import { connectionHandlers } from "./connections.ts";
import { createDrawn, type Drawn } from "./drawn.ts";
import { GuideLines } from "./guide-lines.tsx";
import { dragThreshold, zoomRange } from "./limits.ts";
import { useCanvasKeys } from "./keys.ts";
import { NodeCard } from "./node-card.tsx";
import { NoteCard } from "./note-card.tsx";
import { OutcomeEdge } from "./outcome-edge.tsx";
import { Picker } from "./picker.tsx";
import { pointing } from "./pointing.ts";
import type { CanvasEdge, CanvasNode } from "./projection.ts";
import { SearchBar } from "./search-bar.tsx";
import { useWishes } from "./wishes.ts";
import { firstViewport, sizeOf } from "./view.ts";

/*
 * The flow as a picture that is edited. The library draws and moves; what is drawn comes from the document, and what is done goes back into it as
 * edits. Whatever the library is given stays the same object from drawing to drawing, else it would make everything anew.
 */

/** The canvas of the open flow. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <Surface />
    </ReactFlowProvider>
  );
}

const nodeTypes = { card: NodeCard, note: NoteCard };
const edgeTypes = { outcome: OutcomeEdge };
const snapGrid: [number, number] = [gridSize, gridSize];
const severalKeys = ["Shift", "Control", "Meta"];
const zoomKeys = ["Control", "Meta"];
const selectButtons = [1, 2];
const measures = {
  "--card-header": `${cardMeasures.header}px`,
  "--card-summary": `${cardMeasures.summary}px`,
  "--card-row": `${cardMeasures.outcomeRow}px`,
} as CSSProperties;

/** What never changes from drawing to drawing. */
const settings: ReactFlowProps<CanvasNode, CanvasEdge> = {
  nodeTypes,
  edgeTypes,
  snapGrid,
  snapToGrid: true,
  onlyRenderVisibleElements: true,
  elevateEdgesOnSelect: false,
  elevateNodesOnSelect: false,
  disableKeyboardA11y: true,
  edgesFocusable: false,
  deleteKeyCode: null,
  selectionKeyCode: "Shift",
  multiSelectionKeyCode: severalKeys,
  zoomActivationKeyCode: zoomKeys,
  selectionMode: SelectionMode.Partial,
  panOnScroll: true,
  zoomOnDoubleClick: false,
  minZoom: zoomRange.min,
  maxZoom: zoomRange.max,
  connectionDragThreshold: dragThreshold,
  nodeDragThreshold: dragThreshold,
  nodeClickDistance: dragThreshold,
  paneClickDistance: dragThreshold,
  reconnectRadius: 12,
  connectionLineType: ConnectionLineType.SmoothStep,
};

/** Made once, so that neither a drag nor a letter makes it anew. */
const furniture = (
  <>
    <Background gap={gridSize} size={1.5} className={styles["background"] ?? ""} />
    <GuideLines />
    <CanvasTools />
  </>
);

function Surface() {
  const session = useSession();
  const [element, setElement] = useState<HTMLElement | null>(null);
  return (
    <div ref={setElement} className={styles["canvas"]} style={measures} data-surface="canvas">
      {element === null ? null : <Flow element={element} />}
      <SearchBar />
      {session.mode === "edit" ? <ConnectionHint /> : null}
      <CanvasMenu />
      <Picker />
    </div>
  );
}

/** The library's part, once it is known how large it is. */
function Flow({ element }: { readonly element: HTMLElement }) {
  const session = useSession();
  const texts = useTexts();
  const isEdited = session.mode === "edit";
  const drawn = useDrawn();
  const { nodes, edges } = useStore(drawn.store);
  const tool = useCanvas((state) => state.tool);
  const handlers = useMemo(
    () => ({ ...pointing(session, drawn, texts), ...(isEdited ? connectionHandlers(session, texts) : {}) }),
    [session, drawn, texts, isEdited],
  );
  const keys = useCanvasKeys();
  const [viewport] = useState(() => firstViewport(session.editor.document(), sizeOf(element)));
  usePlace(session, element);
  useClipboard(element);
  useWishes();
  return (
    <ReactFlow
      {...settings}
      {...handlers}
      nodes={nodes as CanvasNode[]}
      edges={edges as CanvasEdge[]}
      defaultViewport={viewport}
      onKeyDown={keys.down}
      onKeyUp={keys.up}
      selectionOnDrag={tool === "select"}
      panOnDrag={tool === "select" ? selectButtons : true}
      nodesDraggable={isEdited}
      nodesConnectable={isEdited}
      tabIndex={0}
      aria-label={texts.canvas.label}
      aria-description={texts.canvas.help}
      className={styles["flow"] ?? ""}
    >
      {furniture}
    </ReactFlow>
  );
}

/** What is drawn; it follows the document while the canvas is there. */
function useDrawn(): Drawn {
  const session = useSession();
  const texts = useTexts();
  const store = useStoreApi();
  // Every size and handle is given, so that the library need not measure; measured, a card seen from afar would lose its handles and edges.
  useState(() => store.setState({ updateNodeInternals: () => undefined }));
  const drawn = useMemo(() => createDrawn(session, texts), [session, texts]);
  useEffect(() => drawn.follow(), [drawn]);
  return drawn;
}

/** Tells all who need it where the canvas is, while it is there. */
function usePlace(session: FlowSession, element: HTMLElement): void {
  useEffect(() => {
    canvasOf(session).setState({ element });
    const stop = provideBridge(session);
    return () => {
      stop();
      canvasOf(session).setState({ element: undefined, instance: undefined, picker: undefined, menu: undefined });
    };
  }, [session, element]);
}

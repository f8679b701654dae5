import { MiniMap, Panel, type ReactFlowState, useStore } from "@xyflow/react";
import { BoxSelect, Hand, Maximize, Minus, Plus, Search } from "lucide-react";
import type { ReactNode } from "react";
import { type ActionId, actionTitle, keysOf, runAction } from "../actions/registry.ts";
import { faceOf } from "../nodes/index.ts";
import { useDocument, useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";
import { useCanvas } from "./canvas-state.ts";
import styles from "./canvas.module.css";
import { nodesWithoutMap } from "./limits.ts";
import type { CanvasNode } from "./projection.ts";

/** The buttons in the corner of the canvas, and the map of a large flow. */
export function CanvasTools() {
  const texts = useTexts().canvas;
  const isLarge = useDocument(({ nodes }) => nodes.length > nodesWithoutMap);
  const isWide = useStore(isWideEnough);
  return (
    <>
      <Panel position="bottom-left" className={styles["tools"] ?? ""} role="toolbar" aria-label={texts.tools}>
        <Tool />
        <ToolButton action="zoom-out" icon={<Minus size={16} aria-hidden />} />
        <ZoomLevel />
        <ToolButton action="zoom-in" icon={<Plus size={16} aria-hidden />} />
        <ToolButton action="zoom-all" icon={<Maximize size={16} aria-hidden />} />
        <ToolButton action="search" icon={<Search size={16} aria-hidden />} />
      </Panel>
      {isLarge && isWide ? (
        <MiniMap<CanvasNode>
          className={styles["map"] ?? ""}
          nodeClassName={mapClass}
          ariaLabel={texts.minimap}
          pannable
          zoomable
        />
      ) : null}
    </>
  );
}

function ToolButton({ action, icon }: { readonly action: ActionId; readonly icon: ReactNode }) {
  const session = useSession();
  return (
    <IconButton label={actionTitle(action)} keys={keysOf(action)} onClick={() => runAction(action, session)}>
      {icon}
    </IconButton>
  );
}

function Tool() {
  const session = useSession();
  const texts = useTexts().canvas;
  const isSelecting = useCanvas(({ tool }) => tool === "select");
  return (
    <IconButton
      label={isSelecting ? texts.panTool : texts.selectTool}
      onClick={() => runAction("toggle-tool", session)}
    >
      {isSelecting ? <Hand size={16} aria-hidden /> : <BoxSelect size={16} aria-hidden />}
    </IconButton>
  );
}

function ZoomLevel() {
  const texts = useTexts().canvas;
  const percent = useStore(zoomPercent);
  return <span className={styles["zoom"]}>{texts.zoomLevel(percent)}</span>;
}

function zoomPercent({ transform }: ReactFlowState): number {
  return Math.round(transform[2] * 100);
}

/** A map beside a narrow canvas would hide what it is a map of. */
function isWideEnough({ width }: ReactFlowState): boolean {
  return width > 640;
}

function mapClass(node: CanvasNode): string {
  const group = node.type === "note" ? "note" : (faceOf(node.data.node.type)?.group ?? "unknown");
  return styles[`map-${group}`] ?? "";
}

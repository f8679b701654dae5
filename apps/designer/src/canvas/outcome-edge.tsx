import { EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from "@xyflow/react";
import { Plus } from "lucide-react";
import { type MouseEvent, memo, useState } from "react";
import { nodeTitle, outcomeTitle } from "../nodes/titles.ts";
import { useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { canvasOf, useCanvas } from "./canvas-state.ts";
import { useDistance } from "./distance.ts";
import styles from "./outcome-edge.module.css";
import type { CanvasEdge } from "./projection.ts";
import { takenOf } from "./pulses.ts";

/** Where an outcome leads: solid for green, dashed for amber, dotted for red. A way just taken pulses once and stays marked. */
export const OutcomeEdge = memo(function OutcomeEdge(props: EdgeProps<CanvasEdge>) {
  // From where not even names can be read, all edges are in view: each is one straight line.
  return useDistance() === "farther" ? <FarEdge {...props} /> : <NearEdge {...props} />;
});

function FarEdge({ data, sourceX, sourceY, targetX, targetY, selected }: EdgeProps<CanvasEdge>) {
  return (
    <path
      d={`M${sourceX} ${sourceY}L${targetX} ${targetY}`}
      className={styles["far"]}
      data-colour={data?.colour}
      data-selected={selected || undefined}
    />
  );
}

function NearEdge(props: EdgeProps<CanvasEdge>) {
  const { id, data, selected } = props;
  const isNear = useDistance() === "near";
  const isHovered = useCanvas(({ hoveredEdgeId }) => hoveredEdgeId === id);
  const isAlone = useSessionStore(
    "view",
    ({ edgeIds, nodeIds }) => selected === true && edgeIds.size === 1 && nodeIds.size === 0,
  );
  const taken = useSessionStore("trace", (trace) =>
    data === undefined ? undefined : takenOf(trace, data.edge.source, data.edge.outcome),
  );
  const [path, x, y] = getSmoothStepPath({ ...props, borderRadius: 12, offset: 24 });
  const isLost = data?.isLost === true;
  return (
    <>
      <path
        d={path}
        className={styles["line"]}
        data-colour={data?.colour}
        data-lost={isLost || undefined}
        data-selected={selected || undefined}
        data-hovered={isHovered || undefined}
        data-taken={taken !== undefined || undefined}
      />
      {isLost ? <Cross x={x} y={y} /> : null}
      <path d={path} className={`react-flow__edge-interaction ${styles["reach"]}`}>
        {isLost ? <LostTitle outcome={data.edge.outcome} /> : null}
      </path>
      {taken?.isRecent === true ? <Pulse key={taken.count} path={path} /> : null}
      {(isHovered || isAlone) && isNear && !isLost ? <InsertButton edge={props} x={x} y={y} /> : null}
    </>
  );
}

/** Crosses out a way that nobody can take. */
function Cross({ x, y }: { readonly x: number; readonly y: number }) {
  return <path d="M-7 -7L7 7M7 -7L-7 7" transform={`translate(${x} ${y})`} className={styles["cross"]} />;
}

function LostTitle({ outcome }: { readonly outcome: string }) {
  const texts = useTexts();
  return <title>{texts.inspector.edgeLost(outcomeTitle(outcome, texts))}</title>;
}

/** Runs along the edge once, and is gone. */
function Pulse({ path }: { readonly path: string }) {
  const [isOver, setOver] = useState(false);
  if (isOver) return null;
  return <path d={path} pathLength={1} className={styles["pulse"]} onAnimationEnd={() => setOver(true)} />;
}

type InsertButtonProps = { readonly edge: EdgeProps<CanvasEdge>; readonly x: number; readonly y: number };

function InsertButton({ edge, x, y }: InsertButtonProps) {
  const session = useSession();
  const texts = useTexts();
  if (session.mode === "read") return null;
  const state = canvasOf(session);
  const onClick = (event: MouseEvent): void => {
    const { right, top } = event.currentTarget.getBoundingClientRect();
    state.setState({ picker: { type: "insert", edgeId: edge.id, at: { x: right, y: top } } });
  };
  const source = edge.data?.source;
  return (
    <EdgeLabelRenderer>
      <button
        type="button"
        tabIndex={-1}
        data-insert-on={edge.id}
        className={`${styles["insert"]} nodrag nopan`}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        aria-label={`${texts.canvas.insertNode}: ${source === undefined ? "" : nodeTitle(source, texts)}`}
        title={texts.canvas.insertNode}
        onClick={onClick}
        onMouseEnter={() => state.setState({ hoveredEdgeId: edge.id })}
        onMouseLeave={() => state.setState({ hoveredEdgeId: undefined })}
      >
        <Plus size={14} aria-hidden />
      </button>
    </EdgeLabelRenderer>
  );
}

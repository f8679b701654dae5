import { useViewport } from "@xyflow/react";
import { useCanvas } from "./canvas-state.ts";
import styles from "./canvas.module.css";

/** The lines that what is dragged is aligned with. */
export function GuideLines() {
  const { x, y } = useCanvas(({ guides }) => guides);
  return x === undefined && y === undefined ? null : <Lines x={x} y={y} />;
}

function Lines({ x, y }: { readonly x: number | undefined; readonly y: number | undefined }) {
  const view = useViewport();
  return (
    <div className={styles["guides"]} aria-hidden>
      {x === undefined ? null : <i data-axis="x" style={{ left: x * view.zoom + view.x }} />}
      {y === undefined ? null : <i data-axis="y" style={{ top: y * view.zoom + view.y }} />}
    </div>
  );
}

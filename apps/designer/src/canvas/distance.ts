import { type ReactFlowState, useStore } from "@xyflow/react";
import { fartherZoom, farZoom } from "./limits.ts";

/** How far away the canvas is looked at: cards can be read, only large names can, or not even those. */
export type Distance = "near" | "far" | "farther";

function distanceOf({ transform: [, , zoom] }: ReactFlowState): Distance {
  if (zoom >= farZoom) return "near";
  return zoom >= fartherZoom ? "far" : "farther";
}

/** How far away the canvas is looked at. Changes only where a limit is passed. */
export function useDistance(): Distance {
  return useStore(distanceOf);
}

import { type ReactFlowState, useStore } from "@xyflow/react";
import { farZoom } from "./limits.ts";

const isFarAway = (state: ReactFlowState): boolean => state.transform[2] < farZoom;

/** Whether the view is so far away that cards cannot be read. Changes only where that limit is passed. */
export function useIsFar(): boolean {
  return useStore(isFarAway);
}

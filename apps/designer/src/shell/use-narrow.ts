import { useSyncExternalStore } from "react";

/** Below this many pixels the palette, the canvas and a panel no longer stand beside one another. */
const leastWidth = 1_024;

const query = window.matchMedia(`(width < ${leastWidth}px)`);

/** Whether the window is too narrow to edit in. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

function subscribe(onChange: () => void): () => void {
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

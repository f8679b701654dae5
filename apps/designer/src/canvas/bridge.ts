import type { FlowDocument } from "../document/flow-document.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { isAllLoaded } from "../ui/later.ts";
import { canvasOf, type ClientPlace } from "./canvas-state.ts";

/** What tests and curious people may look at from the console. It changes nothing. */
export type Bridge = {
  readonly document: () => FlowDocument;
  readonly session: FlowSession;
  /** Where a place of the flow is in the window. */
  readonly flowToScreen: (x: number, y: number) => ClientPlace | undefined;
  /** Whether all that was done is shown and saved: nothing moves, nothing waits. */
  readonly isIdle: () => boolean;
  /** Whether all parts of the page are there, so that the server is needed for data alone. */
  readonly isComplete: () => boolean;
};

declare global {
  interface Window {
    parley?: Bridge;
  }
}

/** Puts the bridge into the window until what it returns is called. */
export function provideBridge(session: FlowSession): () => void {
  const bridge: Bridge = {
    document: session.editor.document,
    session,
    flowToScreen: (x, y) => canvasOf(session).getState().instance?.flowToScreenPosition({ x, y }),
    isComplete: isAllLoaded,
    isIdle: () => {
      const { instance, viewMoves, wantedFocus } = canvasOf(session).getState();
      const { surface, wantedView } = session.view.getState();
      const isDrawn = surface === "outline" || instance !== undefined;
      const isShown = isDrawn && viewMoves === 0 && wantedFocus === undefined;
      const isAnswered = wantedView === undefined;
      return isShown && isAnswered && session.saving.getState().status === "saved";
    },
  };
  window.parley = bridge;
  return () => {
    if (window.parley === bridge) delete window.parley;
  };
}

import { useEffect } from "react";
import type { FlowSession } from "../session/flow-session.ts";
import { useSession, useSessionStore } from "../session/session-context.ts";
import { canvasOf, useCanvas } from "./canvas-state.ts";
import { fitItems, showItems } from "./view.ts";

/** Shows and focuses what others ask for, and clears the wish. */
export function useWishes(): void {
  const session = useSession();
  const isThere = useCanvas(({ instance }) => instance !== undefined);
  const wantedView = useSessionStore("view", (view) => view.wantedView);
  const wantedFocus = useCanvas((state) => state.wantedFocus);
  useEffect(() => {
    if (!isThere || wantedView === undefined) return;
    session.view.setState({ wantedView: undefined });
    if (wantedView.type === "node") showItems(session, new Set([wantedView.nodeId]));
    else fitItems(session, wantedView.type === "all" ? undefined : selectedItems(session));
  }, [isThere, wantedView, session]);
  useEffect(
    () => (wantedFocus === undefined ? undefined : focusWhenDrawn(session, wantedFocus)),
    [wantedFocus, session],
  );
}

/** The nodes and notes that are selected; undefined for none, which stands for all. */
function selectedItems(session: FlowSession): ReadonlySet<string> | undefined {
  const { nodeIds, noteIds } = session.view.getState();
  const ids = new Set([...nodeIds, ...noteIds]);
  return ids.size === 0 ? undefined : ids;
}

/** What is out of view is not drawn: it is first shown, and gets the focus once it is there. */
function focusWhenDrawn(session: FlowSession, id: string): () => void {
  const state = canvasOf(session);
  let frame = 0;
  const { nodes, notes } = session.editor.document();
  const isThere = [...nodes, ...notes].some((item) => item.id === id);
  const look = (): void => {
    const element = state
      .getState()
      .element?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
    if (element === null || element === undefined) {
      frame = requestAnimationFrame(look);
      return;
    }
    element.focus({ preventScroll: true });
    state.setState({ wantedFocus: undefined });
  };
  showItems(session, new Set([id]));
  if (isThere) look();
  else state.setState({ wantedFocus: undefined });
  return () => cancelAnimationFrame(frame);
}

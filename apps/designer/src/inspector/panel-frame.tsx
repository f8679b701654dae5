import { type ReactNode, type RefObject, Suspense, useEffect, useRef } from "react";
import type { Editor } from "../document/editor.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import styles from "./inspector.module.css";

/**
 * A panel of fields beside the canvas. Undo and redo by keys are the document's, because fields keep no history of their own, and Escape gives
 * the focus back to where it came from.
 */
export function PanelFrame({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const session = useSession();
  const { inspector } = useTexts();
  const panel = useRef<HTMLElement>(null);
  usePanelKeys(panel, session);
  return (
    <section ref={panel} className={styles["panel"]} aria-label={label}>
      <Suspense fallback={<p className={styles["hint"]}>{inspector.loading}</p>}>{children}</Suspense>
    </section>
  );
}

/** The panel itself is no control: it hears of keys that no field within has used. */
function usePanelKeys(panel: RefObject<HTMLElement | null>, session: FlowSession): void {
  useEffect(() => {
    const { current: element } = panel;
    if (element === null) return;
    let cameFrom: EventTarget | null = null;
    const onFocus = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Element && !element.contains(relatedTarget)) cameFrom = relatedTarget;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === "Escape") leave(cameFrom, session.view.getState().nodeIds);
      else if (!undoByKeys(event, session.editor)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener("focusin", onFocus);
    element.addEventListener("keydown", onKeyDown);
    return () => {
      element.removeEventListener("focusin", onFocus);
      element.removeEventListener("keydown", onKeyDown);
    };
  }, [panel, session]);
}

function undoByKeys(event: KeyboardEvent, editor: Editor): boolean {
  const key = event.key.toLowerCase();
  if (event.altKey || !(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return false;
  if (key === "y" || event.shiftKey) editor.redo();
  else editor.undo();
  return true;
}

/** Back to where the focus came from; if that is gone, to the node on the canvas or in the outline. */
function leave(cameFrom: EventTarget | null, nodeIds: ReadonlySet<string>): void {
  if (cameFrom instanceof HTMLElement && cameFrom.isConnected) return cameFrom.focus();
  const [nodeId = ""] = nodeIds;
  const node = document.querySelector<HTMLElement>(`[data-node-id="${CSS.escape(nodeId)}"]`);
  if (node !== null) node.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

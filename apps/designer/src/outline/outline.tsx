import { Plus } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { keysOf, runAction } from "../actions/registry.ts";
import { provideBridge } from "../canvas/bridge.ts";
import { canvasOf, useCanvas } from "../canvas/canvas-state.ts";
import { useClipboard } from "../canvas/clipboard.ts";
import { Picker } from "../canvas/picker.tsx";
import { flowOrder } from "../canvas/walk.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { open, pressKey, stand } from "./keys.ts";
import styles from "./outline.module.css";
import { OutlineNode } from "./outline-node.tsx";
import { OutlineNotes } from "./outline-notes.tsx";
import { outlineOf } from "./outline-state.ts";
import { focusElement, rowElementOf, rowOfElement } from "./row-element.ts";

/** The open flow as a list in the order in which it runs, to be read and edited by keyboard and screen reader as well as on the canvas. */
export function Outline() {
  const session = useSession();
  const texts = useTexts();
  const element = useRef<HTMLDivElement>(null);
  const order = useDocument(flowOrder);
  useClipboard();
  useWishes(element);
  useEffect(() => provideBridge(session), [session]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const row = rowOfElement(event.target);
    const { key, altKey, ctrlKey, metaKey } = event;
    if (row === undefined || altKey || event.defaultPrevented) return;
    if (pressKey(session, row, { key, isCommand: ctrlKey || metaKey }, texts)) event.preventDefault();
  };

  return (
    <div ref={element} className={styles["outline"]} data-surface="outline">
      <header className={styles["head"]}>
        <h2>{texts.outline.title}</h2>
        <span className={styles["count"]}>{texts.outline.nodes(order.length)}</span>
        {session.mode === "edit" ? (
          <Button aria-keyshortcuts={keysOf("add-node")} onClick={() => runAction("add-node", session)}>
            <Plus size={16} aria-hidden /> {texts.outline.add}
          </Button>
        ) : null}
      </header>
      <p id="outline-help" className={styles["help"]}>
        {session.mode === "edit" ? texts.outline.help : texts.outline.readHelp}
      </p>
      <div
        role="tree"
        aria-label={texts.outline.label}
        aria-describedby="outline-help"
        tabIndex={-1}
        className={styles["tree"]}
        onKeyDown={onKeyDown}
        onClick={({ target }) => rowElementOf(target)?.focus()}
        onDoubleClick={({ target }) => {
          const row = rowOfElement(rowElementOf(target));
          if (row !== undefined) open(session, row);
        }}
        onFocus={({ target }) => {
          const row = rowOfElement(target);
          if (row !== undefined) stand(session, row);
        }}
      >
        {order.map((nodeId, index) => (
          <OutlineNode key={nodeId} nodeId={nodeId} isFirst={index === 0} />
        ))}
      </div>
      <OutlineNotes />
      <Picker />
    </div>
  );
}

/** Shows and focuses what others ask for, and clears the wish. */
function useWishes(outline: React.RefObject<HTMLElement | null>): void {
  const session = useSession();
  const wantedFocus = useCanvas((state) => state.wantedFocus);
  const wantedView = useSessionStore("view", (view) => view.wantedView);
  useEffect(() => {
    if (wantedFocus === undefined) return;
    canvasOf(session).setState({ wantedFocus: undefined });
    const { active } = outlineOf(session).getState();
    focusElement(outline.current, active?.nodeId === wantedFocus ? active : { nodeId: wantedFocus });
  }, [wantedFocus, session, outline]);
  useEffect(() => {
    if (wantedView === undefined) return;
    session.view.setState({ wantedView: undefined });
    if (wantedView.type !== "node") return;
    outlineOf(session).setState({ active: { nodeId: wantedView.nodeId } });
    // Whoever wants a field gets the focus there; else it stands on the node.
    if (session.view.getState().wantedField === undefined) focusElement(outline.current, wantedView);
  }, [wantedView, session, outline]);
}

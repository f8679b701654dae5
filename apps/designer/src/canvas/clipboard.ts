import { useEffect } from "react";
import { copyText, readClipboard } from "../document/clipboard.ts";
import { paste, removeItems } from "../document/commands/index.ts";
import { type FlowSession, select } from "../session/flow-session.ts";
import { useSession } from "../session/session-context.ts";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import { showToast } from "../ui/toast.tsx";
import { canvasOf, type ClientPlace } from "./canvas-state.ts";
import { middleOfView, showItems } from "./view.ts";

/**
 * Copy, cut and paste through the browser's own events, which need no permission and go across flows, tabs and programs: what is copied is plain
 * text. Fields keep these events for themselves, and so does text that is marked. Where there is a canvas, what is pasted goes to the pointer over it.
 */
export function useClipboard(canvas?: HTMLElement): void {
  const session = useSession();
  const texts = useTexts();
  useEffect(() => {
    let pointer: ClientPlace | undefined;
    const onMove = ({ clientX, clientY, target }: PointerEvent): void => {
      const isHere = target instanceof Node && canvas?.contains(target) === true;
      pointer = isHere ? { x: clientX, y: clientY } : undefined;
    };
    const listeners = {
      copy: (event: ClipboardEvent) => void (isOurs(event) && copy(session, event)),
      cut: (event: ClipboardEvent) => {
        if (isOurs(event) && session.mode === "edit" && copy(session, event)) remove(session, texts);
      },
      paste: (event: ClipboardEvent) => {
        if (isOurs(event) && session.mode === "edit") pasteAt(session, { event, pointer, texts });
      },
    };
    const stop = new AbortController();
    for (const [name, listener] of Object.entries(listeners)) {
      window.addEventListener(name, listener as EventListener, { signal: stop.signal });
    }
    window.addEventListener("pointermove", onMove, { signal: stop.signal, passive: true });
    return () => stop.abort();
  }, [session, texts, canvas]);
}

function isOurs({ target, defaultPrevented }: ClipboardEvent): boolean {
  const isWritten = target instanceof Element && target.closest("input, textarea, [contenteditable=true]") !== null;
  const isInDialog = target instanceof Element && target.closest("[role=dialog]") !== null;
  return !defaultPrevented && !isWritten && !isInDialog && (getSelection()?.isCollapsed ?? true);
}

function copy(session: FlowSession, event: ClipboardEvent): boolean {
  const { nodeIds, noteIds } = session.view.getState();
  if (nodeIds.size + noteIds.size === 0) return false;
  event.clipboardData?.setData("text/plain", copyText(session.editor.document(), { nodeIds, noteIds }));
  event.preventDefault();
  return true;
}

function remove(session: FlowSession, texts: Texts): void {
  const { nodeIds, noteIds } = session.view.getState();
  session.editor.edit({ label: texts.canvas.undoCut(nodeIds.size + noteIds.size) }, (draft) =>
    removeItems(draft, { nodeIds, noteIds }),
  );
  select(session, {});
}

type Paste = { readonly event: ClipboardEvent; readonly pointer: ClientPlace | undefined; readonly texts: Texts };

function pasteAt(session: FlowSession, { event, pointer, texts }: Paste): void {
  const clipboard = readClipboard(event.clipboardData?.getData("text/plain") ?? "");
  if (clipboard === undefined) return showToast(texts.canvas.cannotPaste);
  event.preventDefault();
  const { instance } = canvasOf(session).getState();
  const at = (pointer && instance?.screenToFlowPosition(pointer)) ?? middleOfView(session);
  const count = clipboard.nodes.length + clipboard.notes.length;
  const pasted = session.editor.edit({ label: texts.canvas.undoPaste(count) }, (draft) =>
    paste(draft, clipboard, { at }),
  );
  const ids = { nodeIds: new Set(pasted.nodeIds), noteIds: new Set(pasted.noteIds) };
  select(session, ids);
  showItems(session, new Set([...ids.nodeIds, ...ids.noteIds]));
}

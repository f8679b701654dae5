import type { NodeType } from "@parley/flow";
import { type PointerEvent as ReactPointerEvent, useMemo, useRef } from "react";
import { cardMeasures } from "../document/geometry.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { useSession } from "../session/session-context.ts";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import { addAt, addBySelection, addNoteAt, addOnEdge } from "./add.ts";
import { canvasOf, type ClientPlace } from "./canvas-state.ts";
import { dragThreshold } from "./limits.ts";

type PaletteHandlers = {
  readonly onClick: () => void;
  readonly onPointerDown: (event: ReactPointerEvent<HTMLElement>) => void;
};

/** Dragging out of the palette by pointer events, which touch has too; a press without a drag adds after the selected node. */
export function usePaletteDrag(of: NodeType | "note"): PaletteHandlers {
  const session = useSession();
  const texts = useTexts();
  // A drag that ends where it began is followed by a click, which is not one.
  const wasDragged = useRef(false);
  return useMemo(
    () => ({
      onClick: () => {
        if (wasDragged.current) wasDragged.current = false;
        else if (of === "note") addNoteAt(session, undefined, texts);
        else addBySelection(session, { type: of }, texts);
      },
      onPointerDown: (event) => {
        wasDragged.current = false;
        if (event.button === 0) drag(session, { of, texts, event, onDragged: () => void (wasDragged.current = true) });
      },
    }),
    [of, session, texts],
  );
}

type Dragged = {
  readonly of: NodeType | "note";
  readonly texts: Texts;
  readonly event: ReactPointerEvent<HTMLElement>;
  readonly onDragged: () => void;
};

/** Follows the pointer until it is let go; Escape ends it. */
function drag(session: FlowSession, { of, texts, event, onDragged }: Dragged): void {
  const state = canvasOf(session);
  const from = { x: event.clientX, y: event.clientY };
  const stop = new AbortController();
  const end = (): void => {
    stop.abort();
    state.setState({ ghost: undefined });
  };
  const onMove = ({ clientX: x, clientY: y }: PointerEvent): void => {
    const isDragged = state.getState().ghost !== undefined || Math.hypot(x - from.x, y - from.y) > dragThreshold;
    if (!isDragged) return;
    onDragged();
    state.setState({ ghost: { of, at: { x, y } } });
  };
  const onUp = ({ clientX: x, clientY: y }: PointerEvent): void => {
    const isDragged = state.getState().ghost !== undefined;
    end();
    if (isDragged) drop(session, { of, at: { x, y }, texts });
  };
  const { signal } = stop;
  window.addEventListener("pointermove", onMove, { signal });
  window.addEventListener("pointerup", onUp, { signal });
  window.addEventListener("pointercancel", end, { signal });
  window.addEventListener("keydown", ({ key }) => (key === "Escape" ? end() : undefined), { signal });
}

type Drop = { readonly of: NodeType | "note"; readonly at: ClientPlace; readonly texts: Texts };

/** On an edge it goes between; elsewhere on the canvas where it is; beside the canvas nowhere. */
function drop(session: FlowSession, { of, at, texts }: Drop): void {
  const { instance, element } = canvasOf(session).getState();
  const hit = document.elementFromPoint(at.x, at.y);
  if (instance === undefined || hit === null || element?.contains(hit) !== true) return;
  const place = instance.screenToFlowPosition(at);
  const position = { x: place.x - cardMeasures.width / 2, y: place.y - cardMeasures.header / 2 };
  const edgeId = hit.closest("[data-edge-id]")?.getAttribute("data-edge-id");
  if (of === "note") addNoteAt(session, position, texts);
  else if (typeof edgeId === "string" && of !== "end") addOnEdge(session, { type: of }, { edgeId, position }, texts);
  else addAt(session, { type: of }, position, texts);
}

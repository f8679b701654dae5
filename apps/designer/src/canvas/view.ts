import { getViewportForBounds, type Viewport } from "@xyflow/react";
import type { FlowDocument, Position } from "../document/flow-document.ts";
import { cardSize } from "../document/geometry.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { canvasOf } from "./canvas-state.ts";
import { viewMoveMs, zoomRange } from "./limits.ts";

/*
 * What part of the flow is in view.
 */

/** A box on the canvas. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Size = { readonly width: number; readonly height: number };

/** At this zoom and above a card can be read. */
const readableZoom = 0.6;
const padding = 0.08;

/** The box round these nodes and notes, or round all; undefined where there is none. */
export function boundsOf(document: FlowDocument, ids?: ReadonlySet<string>): Bounds | undefined {
  const isIn = ({ id }: { readonly id: string }) => ids === undefined || ids.has(id);
  const boxes = [
    ...document.nodes.filter(isIn).map((node) => ({ ...node.position, ...cardSize(node) })),
    ...document.notes.filter(isIn).map(({ position, width, height }) => ({ ...position, width, height })),
  ];
  if (boxes.length === 0) return undefined;
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** How large a part of the page is. */
export function sizeOf(element: HTMLElement): Size {
  return { width: element.clientWidth, height: element.clientHeight };
}

/** What a flow is opened with: all of it if it can then be read, else its beginning. */
export function firstViewport(document: FlowDocument, size: Size): Viewport {
  const bounds = boundsOf(document);
  if (bounds === undefined) return { x: size.width / 2, y: size.height / 2, zoom: 1 };
  const whole = fitted(bounds, size);
  if (whole.zoom >= readableZoom) return whole;
  const start = document.nodes.find(({ type }) => type === "start") ?? document.nodes[0];
  const at = start?.position ?? bounds;
  return { x: 60 - at.x * 0.8, y: size.height / 3 - at.y * 0.8, zoom: 0.8 };
}

/** The viewport that shows a box whole, and no larger than life. */
export function fitted(bounds: Bounds, size: Size): Viewport {
  return getViewportForBounds(
    bounds as { x: number; y: number; width: number; height: number },
    size.width,
    size.height,
    zoomRange.min,
    1,
    padding,
  );
}

/** Whether a box is in view whole, and can be read. */
export function isInView(bounds: Bounds, { x, y, zoom }: Viewport, size: Size): boolean {
  const [left, top] = [bounds.x * zoom + x, bounds.y * zoom + y];
  const isInside =
    left >= 0 && top >= 0 && left + bounds.width * zoom <= size.width && top + bounds.height * zoom <= size.height;
  return isInside && zoom >= readableZoom;
}

/** Moves the view so that these are shown; a box that can be seen already stays where it is. */
export function showItems(session: FlowSession, ids: ReadonlySet<string>): void {
  const { instance, element } = canvasOf(session).getState();
  const bounds = boundsOf(session.editor.document(), ids);
  if (instance === undefined || element === undefined || bounds === undefined) return;
  const size = sizeOf(element);
  const viewport = instance.getViewport();
  if (isInView(bounds, viewport, size)) return;
  const zoom = Math.max(viewport.zoom, readableZoom + 0.2);
  const isFitting = bounds.width * zoom < size.width && bounds.height * zoom < size.height;
  moveView(session, isFitting ? centred(bounds, size, zoom) : fitted(bounds, size));
}

/** Moves the view so that these, or all, fill it. */
export function fitItems(session: FlowSession, ids?: ReadonlySet<string>): void {
  const { element } = canvasOf(session).getState();
  const bounds = boundsOf(session.editor.document(), ids);
  if (element === undefined || bounds === undefined) return;
  moveView(session, fitted(bounds, sizeOf(element)));
}

/** The middle of what is in view, in pixels of the flow. */
export function middleOfView(session: FlowSession): Position {
  const { instance, element } = canvasOf(session).getState();
  const box = element?.getBoundingClientRect();
  if (instance === undefined || box === undefined) return { x: 0, y: 0 };
  return instance.screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
}

function centred(bounds: Bounds, size: Size, zoom: number): Viewport {
  const [x, y] = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  return { x: size.width / 2 - x * zoom, y: size.height / 2 - y * zoom, zoom };
}

function moveView(session: FlowSession, viewport: Viewport): void {
  const state = canvasOf(session);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const moves = (by: number): void => state.setState(({ viewMoves }) => ({ viewMoves: viewMoves + by }));
  moves(1);
  const done = state.getState().instance?.setViewport(viewport, { duration: isStill ? 0 : viewMoveMs });
  // The view has moved once it is also drawn: the frame after the next is.
  const drawn = (): number => requestAnimationFrame(() => requestAnimationFrame(() => moves(-1)));
  void (done ?? Promise.resolve()).then(drawn, drawn);
}

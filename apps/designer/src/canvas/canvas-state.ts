import type { NodeType } from "@parley/flow";
import type { ReactFlowInstance } from "@xyflow/react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Position } from "../document/flow-document.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { useSession } from "../session/session-context.ts";
import type { Guides } from "./guides.ts";
import type { CanvasEdge, CanvasNode } from "./projection.ts";

/** A place of the window in pixels. */
export type ClientPlace = { readonly x: number; readonly y: number };

/** A list of choices that is open. `at` is where it appears; without it, in the middle. `position` is where a new node goes. */
export type PickerRequest = {
  readonly at?: ClientPlace | undefined;
  readonly position?: Position | undefined;
} & (
  | { readonly type: "add" }
  | { readonly type: "outcome"; readonly nodeId: string }
  | { readonly type: "lead"; readonly nodeId: string; readonly outcome: string }
  | { readonly type: "insert"; readonly edgeId: string }
);

/** A context menu that is open. */
export type MenuRequest = {
  readonly at: ClientPlace;
  readonly of: "canvas" | "node" | "edge" | "note" | "selection";
};

/** What is under way on the canvas; none of it outlives the page. */
export type CanvasState = {
  /** There while the canvas is shown. */
  readonly instance: ReactFlowInstance<CanvasNode, CanvasEdge> | undefined;
  readonly element: HTMLElement | undefined;
  readonly tool: "pan" | "select";
  readonly picker: PickerRequest | undefined;
  readonly menu: MenuRequest | undefined;
  readonly isSearchOpen: boolean;
  /** What the search found, nodes and notes. */
  readonly found: ReadonlySet<string>;
  readonly hoveredEdgeId: string | undefined;
  /** The lines that a dragged node is aligned with, in pixels of the flow. */
  readonly guides: Guides;
  readonly editedNoteId: string | undefined;
  /** The outcome that was clicked and waits for its target. */
  readonly clickedHandle: { readonly nodeId: string; readonly outcome: string } | undefined;
  /** Whether a box is being drawn to select what is in it. */
  readonly isMarquee: boolean;
  /** What is dragged out of the palette, and where the pointer is. */
  readonly ghost: { readonly of: NodeType | "note"; readonly at: ClientPlace } | undefined;
  /** The node or note that is to get the focus once it is drawn. */
  readonly wantedFocus: string | undefined;
  /** Views that still move to what they are to show. */
  readonly viewMoves: number;
};

const states = new WeakMap<FlowSession, StoreApi<CanvasState>>();

/** What is under way on a flow's canvas. */
export function canvasOf(session: FlowSession): StoreApi<CanvasState> {
  let state = states.get(session);
  if (state === undefined) {
    state = createStore<CanvasState>(() => ({
      instance: undefined,
      element: undefined,
      tool: "pan",
      picker: undefined,
      menu: undefined,
      isSearchOpen: false,
      found: new Set(),
      hoveredEdgeId: undefined,
      guides: {},
      editedNoteId: undefined,
      clickedHandle: undefined,
      isMarquee: false,
      ghost: undefined,
      wantedFocus: undefined,
      viewMoves: 0,
    }));
    states.set(session, state);
  }
  return state;
}

/** A part of what is under way on the canvas. */
export function useCanvas<Part>(select: (state: CanvasState) => Part): Part {
  return useStore(canvasOf(useSession()), select);
}

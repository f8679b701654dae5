import type { FlowSession } from "../session/flow-session.ts";
import { canvasOf } from "./canvas-state.ts";

/*
 * What the canvas can be told to do, for shortcuts, menus and the command palette.
 */

/** Opens the list of nodes to add, after the selected node or in the middle of the view. */
export function openQuickAdd(session: FlowSession): void {
  if (session.mode === "edit") canvasOf(session).setState({ picker: { type: "add" } });
}

/** Begins a connection from the one selected node: its outcomes are offered, then where the chosen one may lead. */
export function startConnection(session: FlowSession): void {
  const [nodeId, ...others] = session.view.getState().nodeIds;
  if (session.mode !== "edit" || nodeId === undefined || others.length > 0) return;
  canvasOf(session).setState({ picker: { type: "outcome", nodeId } });
}

/** Opens the search over the canvas. */
export function openSearch(session: FlowSession): void {
  canvasOf(session).setState({ isSearchOpen: true });
}

/** Changes between moving the view and selecting, by dragging on the empty canvas. */
export function toggleTool(session: FlowSession): void {
  const state = canvasOf(session);
  state.setState({ tool: state.getState().tool === "pan" ? "select" : "pan" });
}

/** Zooms in or out by one step. */
export function zoom(session: FlowSession, direction: "in" | "out"): void {
  const { instance } = canvasOf(session).getState();
  void (direction === "in" ? instance?.zoomIn() : instance?.zoomOut());
}

/** Copies or cuts what is selected, as the browser's own keys would. False where the browser does not allow it. */
export function copySelection(how: "copy" | "cut"): boolean {
  // The one way to reach the clipboard without a permission: the browser raises the event that the canvas answers.
  return document.execCommand(how);
}

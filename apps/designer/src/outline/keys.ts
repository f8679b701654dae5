import { canvasOf, type PickerRequest } from "../canvas/canvas-state.ts";
import { runAction } from "../actions/registry.ts";
import { disconnect } from "../document/commands/index.ts";
import { nodeById, targetOf } from "../document/outcomes.ts";
import { faceOf } from "../nodes/index.ts";
import { type FlowSession, revealNode, select } from "../session/flow-session.ts";
import type { Texts } from "../texts/en/index.ts";
import { outlineOf } from "./outline-state.ts";
import { placeOfRow } from "./row-element.ts";
import { type Row, rowBeside, rowsOf, type Way } from "./rows.ts";

/*
 * What keys and buttons of the outline do with the row that has the focus.
 */

const ways: Readonly<Record<string, Way>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
  ArrowRight: "right",
  ArrowLeft: "left",
};

/** Does what a key asks for at a row; false where it means nothing here. */
export function pressKey(
  session: FlowSession,
  row: Row,
  pressed: { readonly key: string; readonly isCommand: boolean },
  texts: Texts,
): boolean {
  const { key, isCommand } = pressed;
  const way = ways[key];
  if (way !== undefined && !isCommand) return go(session, row, way);
  if (key === "Delete" || key === "Backspace") return remove(session, row, isCommand, texts);
  if (isCommand) return false;
  if (key === "Enter") open(session, row);
  else if (key === "F2") rename(session, row);
  else if (key === "c" || key === "C") connectFrom(session, row);
  else return false;
  return true;
}

/** Selects a row's node and makes it the one that has the focus. */
export function stand(session: FlowSession, row: Row): void {
  outlineOf(session).setState({ active: row });
  const { nodeIds } = session.view.getState();
  if (nodeIds.size !== 1 || !nodeIds.has(row.nodeId)) select(session, { nodeIds: new Set([row.nodeId]) });
}

/** Opens a node in the inspector, or the list of where an outcome may lead. */
export function open(session: FlowSession, row: Row): void {
  const node = nodeById(session.editor.document(), row.nodeId);
  if (row.outcome !== undefined && session.mode === "edit") connectFrom(session, row);
  else revealNode(session, row.nodeId, node && (faceOf(node.type)?.firstField ?? "name"));
}

/** Begins to write a node's name. */
export function rename(session: FlowSession, row: Row): void {
  if (session.mode === "edit") outlineOf(session).setState({ renamedId: row.nodeId });
}

/** Opens the list of where an outcome may lead; for a node, the list of its outcomes first. */
export function connectFrom(session: FlowSession, row: Row): void {
  if (session.mode === "read") return;
  const { nodeId, outcome } = row;
  const at = placeOfRow(row);
  const picker: PickerRequest =
    outcome === undefined ? { type: "outcome", nodeId, at } : { type: "lead", nodeId, outcome, at };
  canvasOf(session).setState({ picker });
}

/** Takes a node away, or an outcome's connection. The row before it gets the focus. */
export function remove(session: FlowSession, row: Row, isReconnecting: boolean, texts: Texts): boolean {
  const document = session.editor.document();
  const { nodeId, outcome } = row;
  if (outcome === undefined) {
    runAction(isReconnecting ? "delete-and-reconnect" : "delete", session);
    if (nodeById(session.editor.document(), nodeId) !== undefined) return true;
    const rows = rowsOf(document);
    const index = rows.findIndex((one) => one.nodeId === nodeId);
    focusRow(session, { nodeId: rows[index - 1]?.nodeId ?? rows[0]?.nodeId ?? "" });
  } else {
    const target = targetOf(document, nodeId, outcome);
    if (session.mode === "edit" && target?.type === "edge")
      session.editor.edit({ label: texts.canvas.undoDisconnect }, (draft) => disconnect(draft, target.edge.id));
  }
  return true;
}

/** Makes a row the one that has the focus, once it is drawn. */
function focusRow(session: FlowSession, row: Row): void {
  stand(session, row);
  canvasOf(session).setState({ wantedFocus: row.nodeId });
}

function go(session: FlowSession, row: Row, way: Way): boolean {
  const state = outlineOf(session);
  const { cameFrom } = state.getState();
  const next = rowBeside(session.editor.document(), row, way, cameFrom.get(row.nodeId));
  if (next === undefined) return true;
  if (way === "right" && row.outcome !== undefined)
    state.setState({ cameFrom: new Map(cameFrom).set(next.nodeId, row) });
  focusRow(session, next);
  return true;
}

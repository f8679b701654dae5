import type { NodeType } from "@parley/flow";
import type { Draft } from "immer";
import {
  addNode,
  addNodeAfter,
  addNote,
  connect,
  insertOnEdge,
  moveItems,
  setNodeField,
} from "../document/commands/index.ts";
import type { FlowDocument, Position } from "../document/flow-document.ts";
import { cardMeasures, freePlace, snap } from "../document/geometry.ts";
import { nodeById, outcomesOfNode, targetOf } from "../document/outcomes.ts";
import { typeTitle } from "../nodes/titles.ts";
import { type FlowSession, select } from "../session/flow-session.ts";
import type { Texts } from "../texts/en/index.ts";
import { canvasOf } from "./canvas-state.ts";
import { middleOfView, showItems } from "./view.ts";

/*
 * New nodes on the canvas. Each is one step to undo, is selected, shown and focused.
 */

/** What is added: a node of a type; an End with its result. */
export type NewNode = { readonly type: NodeType; readonly result?: string | undefined };

/** About the size of a new node's card, whose outcomes are not known before it is there. */
const newCardSize = { width: cardMeasures.width, height: 160 } as const;
const noteSize = { width: 240, height: 120 } as const;

/** Adds a node at a place, its upper left corner. */
export function addAt(session: FlowSession, what: NewNode, position: Position, texts: Texts): void {
  add(session, what, texts.canvas.undoAdd(typeTitle(what.type, texts)), (draft) =>
    addNode(draft, { type: what.type, position: snap(position) }),
  );
}

/** Adds a node where an outcome leads to. Without a position it finds a free one beside the node. */
export function addAfter(
  session: FlowSession,
  what: NewNode,
  after: { readonly nodeId: string; readonly outcome: string; readonly position?: Position | undefined },
  texts: Texts,
): void {
  const { nodeId, outcome, position } = after;
  const at = position === undefined ? {} : { position: snap(position) };
  add(session, what, texts.canvas.undoAdd(typeTitle(what.type, texts)), (draft) =>
    addNodeAfter(draft, { nodeId, outcome, type: what.type, ...at }),
  );
}

/** Adds a node after the one selected, on its first outcome that leads nowhere yet; else in the middle of the view. */
export function addBySelection(session: FlowSession, what: NewNode, texts: Texts): void {
  const document = session.editor.document();
  const [nodeId, ...others] = session.view.getState().nodeIds;
  const outcome = nodeId === undefined || others.length > 0 ? undefined : openOutcome(document, nodeId);
  if (nodeId !== undefined && outcome !== undefined) return addAfter(session, what, { nodeId, outcome }, texts);
  const middle = middleOfView(session);
  const position = { x: middle.x - cardMeasures.width / 2, y: middle.y - cardMeasures.header };
  addAt(session, what, freePlace(document, position, newCardSize), texts);
}

/** Puts a node between the two that an edge joins; its first outcome leads on. With a position it goes there. */
export function addOnEdge(
  session: FlowSession,
  what: NewNode,
  on: { readonly edgeId: string; readonly position?: Position | undefined },
  texts: Texts,
): void {
  add(session, what, texts.canvas.undoInsert(typeTitle(what.type, texts)), (draft) => {
    const id = insertOnEdge(draft, { edgeId: on.edgeId, type: what.type });
    if (on.position !== undefined) moveItems(draft, [{ id, position: snap(on.position) }]);
    return id;
  });
}

/** Adds a sticky note, open for writing. */
export function addNoteAt(session: FlowSession, position: Position | undefined, texts: Texts): void {
  if (session.mode === "read") return;
  const middle = middleOfView(session);
  const wanted = { x: middle.x - noteSize.width / 2, y: middle.y - noteSize.height / 2 };
  const at = position ?? freePlace(session.editor.document(), wanted, noteSize);
  const id = session.editor.edit({ label: texts.canvas.undoAdd(texts.canvas.note) }, (draft) =>
    addNote(draft, { position: snap(at), ...noteSize }),
  );
  select(session, { noteIds: new Set([id]) });
  canvasOf(session).setState({ editedNoteId: id });
}

/** Makes an outcome lead to a node. */
export function lead(session: FlowSession, edge: Parameters<typeof connect>[1], texts: Texts): void {
  session.editor.edit({ label: texts.canvas.undoConnect }, (draft) => connect(draft, edge));
}

/** The first outcome of a node that has no edge of its own, one that must lead somewhere before others. */
function openOutcome(document: FlowDocument, nodeId: string): string | undefined {
  const node = nodeById(document, nodeId);
  if (node === undefined) return undefined;
  const open = outcomesOfNode(node).filter(({ name }) => targetOf(document, nodeId, name)?.type !== "edge");
  return (open.find(({ isRequired }) => isRequired) ?? open[0])?.name;
}

function add(session: FlowSession, what: NewNode, label: string, recipe: (draft: Draft<FlowDocument>) => string): void {
  if (session.mode === "read") return;
  const id = session.editor.edit({ label }, (draft) => {
    const nodeId = recipe(draft);
    if (what.result !== undefined) setNodeField(draft, { nodeId, path: ["config", "result"], value: what.result });
    return nodeId;
  });
  select(session, { nodeIds: new Set([id]) });
  session.view.setState({ panel: "inspector" });
  showItems(session, new Set([id]));
  canvasOf(session).setState({ wantedFocus: id });
}

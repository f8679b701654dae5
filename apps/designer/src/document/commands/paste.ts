import { flowLimits, isNodeName, isNodeType, referencesOf, renameRoots, variableNameProblem } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { type Clipboard, clipboardOf } from "../clipboard.ts";
import type { DocumentNode, FlowDocument, Position } from "../flow-document.ts";
import { gridSize, snap } from "../geometry.ts";
import { freeIds } from "../ids.ts";
import { ask } from "../known-node.ts";
import { nodeById } from "../lookup.ts";
import { canBeTarget, edgesFrom } from "../outcomes.ts";
import { isObject } from "../read-json.ts";
import { mapActions, mapTexts } from "../texts-within.ts";
import { type DocumentDraft, now } from "./draft.ts";

/** What was pasted, to be selected. */
export type Pasted = { readonly nodeIds: readonly string[]; readonly noteIds: readonly string[] };

/**
 * Puts what was copied into the flow, its upper left corner at a place. All get new ids, and what names one another goes on doing so. Variables that the
 * flow lacks come along. A Start is not added: the flow's own stands for it. What names a node that was not copied still does in the same flow; in
 * another flow, where that id would mean some other node, it gets an id that no node has, so that the checks tell of it. Pastes nothing when the flow
 * has no room for all.
 */
export function paste(draft: DocumentDraft, clipboard: Clipboard, to: { readonly at: Position }): Pasted {
  const document = now(draft);
  const nodes = clipboard.nodes.filter(({ type }) => type !== "start");
  const { notes } = clipboard;
  if (!hasRoom(document, clipboard)) return { nodeIds: [], noteIds: [] };
  const free = freeIds(document, clipboard.flowId === document.id ? clipboard.nodes : []);
  const rename = renamer(document, clipboard, free.node);
  const move = mover([...nodes, ...notes], snap(to.at));
  const copies = nodes.map((node) => ({ ...renamed(node, rename), position: move(node.position) }));
  const noteCopies = notes.map((note) => ({ ...note, id: free.note(), position: move(note.position) }));
  draft.nodes.push(...(copies as DocumentDraft["nodes"]));
  draft.notes.push(...noteCopies);
  addEdges(draft, clipboard, { rename, freeId: free.edge });
  addVariables(draft, document, clipboard);
  return { nodeIds: copies.map(({ id }) => id), noteIds: noteCopies.map(({ id }) => id) };
}

/** Pastes a copy of nodes beside them, and gives the ids of the new ones. */
export function duplicate(draft: DocumentDraft, nodeIds: Iterable<string>): readonly string[] {
  const clipboard = clipboardOf(now(draft), { nodeIds, noteIds: [] });
  const { x, y } = cornerOf(clipboard.nodes.filter(({ type }) => type !== "start"));
  return paste(draft, clipboard, { at: { x: x + 2 * gridSize, y: y + 2 * gridSize } }).nodeIds;
}

function hasRoom(document: FlowDocument, { nodes, edges, notes }: Clipboard): boolean {
  return (
    document.nodes.length + nodes.length <= flowLimits.nodes &&
    document.edges.length + edges.length <= flowLimits.edges &&
    document.notes.length + notes.length <= flowLimits.notes
  );
}

/** Gives the name that stands here for a name of the clipboard; every copied node gets its id first. */
function renamer(document: FlowDocument, clipboard: Clipboard, freeId: () => string): (name: string) => string {
  const names = new Map<string, string>();
  const start = document.nodes.find(({ type }) => type === "start")?.id;
  if (start !== undefined) names.set(clipboard.startId, start);
  for (const { id, type } of clipboard.nodes) names.set(id, type === "start" && start !== undefined ? start : freeId());
  return (name) => {
    const known = names.get(name);
    if (known !== undefined) return known;
    if (!isNodeName(name) || clipboard.flowId === document.id) return name;
    const nobody = freeId();
    names.set(name, nobody);
    return nobody;
  };
}

function renamed(node: DocumentNode, rename: (name: string) => string): DocumentNode {
  const text = (source: string): string => renameRoots(source, rename);
  let config: Json = mapTexts(node.config, text);
  for (const { field, nodeId } of ask(node, referencesOf) ?? []) {
    if (isNodeName(nodeId)) config = withValueAt(config, stepsOf(field).slice(1), rename(nodeId));
  }
  return {
    ...node,
    id: rename(node.id),
    config: config as DocumentNode["config"],
    onEnter: mapActions(node.onEnter, { text }),
    onLeave: mapActions(node.onLeave, { text }),
  };
}

/** The names and indexes of a field: `config`, `rows`, `0` for `config.rows[0]`. */
function stepsOf(field: string): string[] {
  return field.split(/[.[\]]+/).filter((step) => step !== "");
}

function withValueAt(value: Json, [step, ...rest]: readonly string[], wanted: Json): Json {
  if (step === undefined) return wanted;
  if (Array.isArray(value)) {
    return value.map((item: Json, index) => (String(index) === step ? withValueAt(item, rest, wanted) : item));
  }
  return isObject(value) ? { ...value, [step]: withValueAt(value[step] ?? null, rest, wanted) } : value;
}

function mover(items: readonly { readonly position: Position }[], at: Position): (position: Position) => Position {
  const corner = cornerOf(items);
  return ({ x, y }) => ({ x: at.x + x - corner.x, y: at.y + y - corner.y });
}

function cornerOf(items: readonly { readonly position: Position }[]): Position {
  if (items.length === 0) return { x: 0, y: 0 };
  return {
    x: items.reduce((least, { position }) => Math.min(least, position.x), Infinity),
    y: items.reduce((least, { position }) => Math.min(least, position.y), Infinity),
  };
}

/** The edges of the clipboard's Start are those of the flow's own, where it has none yet. */
function addEdges(
  draft: DocumentDraft,
  clipboard: Clipboard,
  { rename, freeId }: { readonly rename: (name: string) => string; readonly freeId: () => string },
): void {
  const document = now(draft);
  for (const { source, outcome, target } of clipboard.edges) {
    const edge = { id: freeId(), source: rename(source), outcome, target: rename(target) };
    const from = nodeById(document, edge.source);
    const isTaken = from?.type === "start" && edgesFrom(document, from.id).length > 0;
    // What is lost stays so, and is told of where it is pasted.
    const isWay = from !== undefined && (!isNodeType(from.type) || canBeTarget(document, edge.target));
    if (isWay && !isTaken) draft.edges.push(edge);
  }
}

function addVariables(draft: DocumentDraft, { variables }: FlowDocument, clipboard: Clipboard): void {
  const known = new Set(variables.map(({ name }) => name));
  for (const variable of clipboard.variables) {
    if (known.has(variable.name) || variableNameProblem(variable.name) !== undefined) continue;
    if (draft.variables.length >= flowLimits.variables) return;
    known.add(variable.name);
    draft.variables.push(variable as DocumentDraft["variables"][number]);
  }
}

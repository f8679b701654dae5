import type { FlowDocument } from "../flow-document.ts";
import { edgeOf, nodeById } from "../lookup.ts";
import { defaultOutcome } from "../outcomes.ts";
import { type DocumentDraft, now, takeOut, writable } from "./draft.ts";

/** Takes nodes, edges and notes away: nodes with the edges and the flow's defaults that lead to them. The last Start is never removed. */
export function removeItems(
  draft: DocumentDraft,
  items: {
    readonly nodeIds?: Iterable<string>;
    readonly edgeIds?: Iterable<string>;
    readonly noteIds?: Iterable<string>;
  },
): void {
  const document = now(draft);
  const nodeIds = removable(document, items.nodeIds ?? []);
  const edgeIds = new Set(items.edgeIds);
  const noteIds = new Set(items.noteIds);
  takeOut(draft.nodes, document.nodes, ({ id }) => nodeIds.has(id));
  takeOut(
    draft.edges,
    document.edges,
    ({ id, source, target }) => edgeIds.has(id) || nodeIds.has(source) || nodeIds.has(target),
  );
  takeOut(draft.notes, document.notes, ({ id }) => noteIds.has(id));
  for (const [outcome, { target }] of Object.entries(document.settings.outcomeDefaults)) {
    if (nodeIds.has(target)) delete draft.settings.outcomeDefaults[outcome];
  }
}

/** Takes nodes away and leads what led to them to where their default outcomes led. What would lead back to where it comes from is taken away. */
export function removeAndReconnect(draft: DocumentDraft, nodeIds: Iterable<string>): void {
  const document = now(draft);
  const gone = removable(document, nodeIds);
  for (const [index, { source, target }] of document.edges.entries()) {
    if (gone.has(source) || !gone.has(target)) continue;
    const next = nextKept(document, target, gone);
    const edge = writable(draft.edges, index);
    if (edge !== undefined && next !== undefined && next !== source) edge.target = next;
  }
  for (const [outcome, { target }] of Object.entries(document.settings.outcomeDefaults)) {
    const next = gone.has(target) ? nextKept(document, target, gone) : undefined;
    if (next !== undefined) draft.settings.outcomeDefaults[outcome] = { target: next };
  }
  removeItems(draft, { nodeIds: gone });
}

/** The nodes that are there, but for the first Start where no other would stay. */
function removable({ nodes }: FlowDocument, nodeIds: Iterable<string>): ReadonlySet<string> {
  const wanted = new Set(nodeIds);
  const starts = nodes.filter(({ type }) => type === "start").map(({ id }) => id);
  const [first] = starts;
  if (first !== undefined && starts.every((id) => wanted.has(id))) wanted.delete(first);
  return wanted;
}

/** Follows default outcomes from a node to the first that stays; undefined where they end or go round. */
function nextKept(document: FlowDocument, nodeId: string, gone: ReadonlySet<string>): string | undefined {
  const passed = new Set<string>();
  let id: string | undefined = nodeId;
  while (id !== undefined && gone.has(id)) {
    if (passed.has(id)) return undefined;
    passed.add(id);
    const node = nodeById(document, id);
    const outcome = node && defaultOutcome(node);
    id = outcome === undefined ? undefined : edgeOf(document, id, outcome)?.target;
  }
  return id;
}

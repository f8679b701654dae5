import { flowLimits } from "@parley/flow";
import { invariant } from "@parley/messaging";
import { freeIds } from "../ids.ts";
import { edgeById, edgeIndex, edgeOf } from "../lookup.ts";
import { canConnect } from "../outcomes.ts";
import { type DocumentDraft, now, takeOut, writable } from "./draft.ts";

/** Leads an outcome to a node, whatever it led to before, and gives the id of its edge. `canConnect` says beforehand whether that may be. */
export function connect(
  draft: DocumentDraft,
  edge: { readonly source: string; readonly outcome: string; readonly target: string },
): string {
  const document = now(draft);
  const { source, outcome, target } = edge;
  invariant(canConnect(document, edge), `${outcome} of ${source} may lead to ${target}`);
  const before = edgeOf(document, source, outcome);
  if (before !== undefined) {
    editEdge(draft, before.id).target = target;
    return before.id;
  }
  invariant(document.edges.length < flowLimits.edges, "the flow has room for one more edge");
  const id = freeIds(document).edge();
  draft.edges.push({ id, source, outcome, target });
  return id;
}

/** Takes an edge away. */
export function disconnect(draft: DocumentDraft, edgeId: string): void {
  takeOut(draft.edges, now(draft).edges, ({ id }) => id === edgeId);
}

/** Moves one end of an edge, or both; another edge of the outcome that it now leaves by is taken away. */
export function reconnect(
  draft: DocumentDraft,
  change: { readonly edgeId: string; readonly source?: string; readonly outcome?: string; readonly target?: string },
): void {
  const document = now(draft);
  const { edgeId, ...ends } = change;
  const before = edgeById(document, edgeId);
  invariant(before, `${edgeId} is an edge of the flow`);
  const after = { ...before, ...ends };
  invariant(canConnect(document, after), `${after.outcome} of ${after.source} may lead to ${after.target}`);
  Object.assign(editEdge(draft, edgeId), ends);
  takeOut(
    draft.edges,
    now(draft).edges,
    ({ id, source, outcome }) => id !== edgeId && source === after.source && outcome === after.outcome,
  );
}

/** The edge to be written to. */
export function editEdge(draft: DocumentDraft, edgeId: string): DocumentDraft["edges"][number] {
  const edge = writable(draft.edges, edgeIndex(now(draft), edgeId));
  invariant(edge, `${edgeId} is an edge of the flow`);
  return edge;
}

import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { FlowDocument } from "../document/flow-document.ts";
import { type ScopeVariable, variablesInScope } from "../document/scope.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { useSession } from "../session/session-context.ts";

/** How long after the last change variables are looked up anew: while one types they seldom change, and looking them up walks the graph. */
const settleMs = 150;

/** Which variables: those that a node sees as it is entered, or with its own outputs as it is left. */
export type ScopePlace = { readonly nodeId: string; readonly isLeaving: boolean };

/** The variables that expressions of a node may read, a moment behind the document. */
export function useScope(place: ScopePlace): readonly ScopeVariable[] {
  const document = useStore(settledDocument(useSession()));
  return scopeOf(document, place);
}

const stores = new WeakMap<FlowSession, StoreApi<FlowDocument>>();

/** The document as it was when nobody had changed it for a moment. One timer for all who ask. */
function settledDocument(session: FlowSession): StoreApi<FlowDocument> {
  const known = stores.get(session);
  if (known !== undefined) return known;
  const { store } = session.editor;
  const settled = createStore(() => store.getState().document);
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(() => settled.setState(store.getState().document, true), settleMs);
  });
  stores.set(session, settled);
  return settled;
}

const scopes = new WeakMap<FlowDocument, Map<string, readonly ScopeVariable[]>>();

function scopeOf(document: FlowDocument, { nodeId, isLeaving }: ScopePlace): readonly ScopeVariable[] {
  const known = scopes.get(document) ?? new Map<string, readonly ScopeVariable[]>();
  scopes.set(document, known);
  const key = `${nodeId} ${isLeaving}`;
  const variables = known.get(key) ?? variablesInScope(document, nodeId, { isLeaving });
  known.set(key, variables);
  return variables;
}

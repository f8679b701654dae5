import type { FlowIssue } from "@parley/flow";
import { createStore, type StoreApi } from "zustand/vanilla";
import { createEditor, type Editor } from "../document/editor.ts";
import type { FlowDocument } from "../document/flow-document.ts";

/*
 * All that belongs to one open flow. The document is in the editor alone; what is looked at, found or traced stands in stores of their own, keyed by
 * id, so that none of it can dirty the document, be undone or be saved.
 */

/** The panels on the right, one open at a time. */
export type Panel = "inspector" | "problems" | "versions" | "flow";

/** What is looked at. Selection is not part of the document and is not undone. */
export type ViewState = {
  readonly surface: "canvas" | "outline";
  readonly panel: Panel | undefined;
  readonly isPhoneOpen: boolean;
  readonly nodeIds: ReadonlySet<string>;
  readonly edgeIds: ReadonlySet<string>;
  readonly noteIds: ReadonlySet<string>;
  /** The field that is to get the focus, as an issue names it: `config.message.body`. Whoever shows the field clears it. */
  readonly wantedField: string | undefined;
  /** What the canvas is asked to show. Whoever shows it clears it. */
  readonly wantedView:
    | { readonly type: "node"; readonly nodeId: string }
    | { readonly type: "all" | "selection" }
    | undefined;
};

/** What the checks found. */
export type ProblemsState = {
  /** Whether they have looked at all: their code is loaded after the page. */
  readonly isChecked: boolean;
  readonly issues: readonly FlowIssue[];
  readonly byNode: ReadonlyMap<string, { readonly errors: number; readonly warnings: number }>;
};

/** Where conversations are and which way they came, for the canvas to light up. */
export type TraceState = {
  /** The nodes where the conversations that are followed stand now. */
  readonly currentNodeIds: ReadonlySet<string>;
  /** The ways just taken, by node and outcome; each pulses once and stays marked until the trace is cleared. */
  readonly taken: readonly { readonly nodeId: string; readonly outcome: string; readonly at: number }[];
};

/** How saving stands. */
export type SavingState = {
  readonly status: "saved" | "unsaved" | "saving" | "offline" | "conflict" | "failed";
  readonly revision: number;
  readonly savedAt: number | undefined;
  /** Why it failed, in a sentence. */
  readonly reason: string | undefined;
};

/** One open flow. */
export type FlowSession = {
  readonly flowId: string;
  /** A version is read, a draft is edited. In `read` nothing offers to change anything. */
  readonly mode: "edit" | "read";
  readonly editor: Editor;
  readonly view: StoreApi<ViewState>;
  readonly problems: StoreApi<ProblemsState>;
  readonly trace: StoreApi<TraceState>;
  readonly saving: StoreApi<SavingState>;
};

const nothingSelected = { nodeIds: new Set<string>(), edgeIds: new Set<string>(), noteIds: new Set<string>() };

export function createSession(
  document: FlowDocument,
  about: { mode: FlowSession["mode"]; revision: number; savedAt?: number },
): FlowSession {
  const session: FlowSession = {
    flowId: document.id,
    mode: about.mode,
    editor: createEditor(document),
    view: createStore<ViewState>(() => ({
      surface: "canvas",
      panel: "inspector",
      isPhoneOpen: false,
      ...nothingSelected,
      wantedField: undefined,
      wantedView: undefined,
    })),
    problems: createStore<ProblemsState>(() => ({ isChecked: false, issues: [], byNode: new Map() })),
    trace: createStore<TraceState>(() => ({ currentNodeIds: new Set(), taken: [] })),
    saving: createStore<SavingState>(() => ({
      status: "saved",
      revision: about.revision,
      savedAt: about.savedAt,
      reason: undefined,
    })),
  };
  session.editor.store.subscribe(() => forgetRemoved(session));
  return session;
}

/** What is no longer there is no longer selected, whoever took it away: an edit, an undo or another tab. */
function forgetRemoved({ editor, view }: FlowSession): void {
  const { nodes, edges, notes } = editor.document();
  const { nodeIds, edgeIds, noteIds } = view.getState();
  const kept = { nodeIds: keptIds(nodeIds, nodes), edgeIds: keptIds(edgeIds, edges), noteIds: keptIds(noteIds, notes) };
  if (kept.nodeIds !== nodeIds || kept.edgeIds !== edgeIds || kept.noteIds !== noteIds) view.setState(kept);
}

function keptIds(ids: ReadonlySet<string>, items: readonly { readonly id: string }[]): ReadonlySet<string> {
  if (ids.size === 0) return ids;
  const kept = new Set(items.flatMap(({ id }) => (ids.has(id) ? [id] : [])));
  return kept.size === ids.size ? ids : kept;
}

/** Selects these and nothing else, and opens the inspector for them. */
export function select(
  session: FlowSession,
  selected: Partial<Pick<ViewState, "nodeIds" | "edgeIds" | "noteIds">>,
): void {
  session.view.setState({ ...nothingSelected, ...selected });
}

/** Shows a node on whichever surface is open, selects it, and asks for the focus on one of its fields. */
export function revealNode(session: FlowSession, nodeId: string, field?: string): void {
  session.view.setState({
    ...nothingSelected,
    nodeIds: new Set([nodeId]),
    panel: "inspector",
    wantedView: { type: "node", nodeId },
    wantedField: field,
  });
}

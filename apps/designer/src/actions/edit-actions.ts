import { copySelection, openQuickAdd, startConnection } from "../canvas/commands.ts";
import { duplicate, removeAndReconnect, removeItems } from "../document/commands/index.ts";
import { type FlowSession, revealNode, select } from "../session/flow-session.ts";
import type { Texts } from "../texts/en/index.ts";
import { showToast } from "../ui/toast.tsx";
import { type Action, isEditable } from "./action.ts";

/** What changes the flow, but for its arrangement. */
export const editActions = [
  {
    id: "undo",
    title: ({ actions }) => actions.undo,
    group: "edit",
    keys: "$mod+z",
    mayRepeat: true,
    detail: ({ editor }) => editor.store.getState().undoLabel,
    isEnabled: (session) => isEditable(session) && session.editor.store.getState().undoLabel !== undefined,
    run: ({ editor }) => editor.undo(),
  },
  {
    id: "redo",
    title: ({ actions }) => actions.redo,
    group: "edit",
    keys: "$mod+Shift+z",
    otherKeys: ["$mod+y"],
    mayRepeat: true,
    detail: ({ editor }) => editor.store.getState().redoLabel,
    isEnabled: (session) => isEditable(session) && session.editor.store.getState().redoLabel !== undefined,
    run: ({ editor }) => editor.redo(),
  },
  {
    id: "cut",
    title: ({ actions }) => actions.cut,
    group: "edit",
    keys: "$mod+x",
    isBrowsers: true,
    isEnabled: canRemove,
    run: (_session, texts) => clip("cut", texts),
  },
  {
    id: "copy",
    title: ({ actions }) => actions.copy,
    group: "edit",
    keys: "$mod+c",
    isBrowsers: true,
    isEnabled: (session) => items(session).nodeIds.length + items(session).noteIds.length > 0,
    run: (_session, texts) => clip("copy", texts),
  },
  {
    id: "paste",
    title: ({ actions }) => actions.paste,
    group: "edit",
    keys: "$mod+v",
    isBrowsers: true,
    isEnabled: isEditable,
    // A page may not read the clipboard by itself; the keys may.
    run: (_session, { actions }) => showToast(actions.pasteByKeys),
  },
  {
    id: "duplicate",
    title: ({ actions }) => actions.duplicate,
    group: "edit",
    keys: "$mod+d",
    where: "surface",
    isEnabled: (session) => isEditable(session) && items(session).nodeIds.length > 0,
    run: (session, { actions }) => {
      const { nodeIds } = items(session);
      const made = session.editor.edit({ label: actions.undoDuplicate(nodeIds.length) }, (draft) =>
        duplicate(draft, nodeIds),
      );
      select(session, { nodeIds: new Set(made) });
    },
  },
  {
    id: "delete",
    title: ({ actions }) => actions.delete,
    group: "edit",
    keys: "Delete",
    otherKeys: ["Backspace"],
    where: "surface",
    isEnabled: canRemove,
    run: (session, { actions }) => {
      const removed = items(session);
      const count = removed.nodeIds.length + removed.edgeIds.length + removed.noteIds.length;
      session.editor.edit({ label: actions.undoDelete(count) }, (draft) => removeItems(draft, removed));
    },
  },
  {
    id: "delete-and-reconnect",
    title: ({ actions }) => actions.deleteAndReconnect,
    group: "edit",
    keys: "$mod+Delete",
    otherKeys: ["$mod+Backspace"],
    where: "surface",
    isEnabled: (session) => isEditable(session) && items(session).nodeIds.length > 0,
    run: (session, { actions }) => {
      const { nodeIds } = items(session);
      session.editor.edit({ label: actions.undoDelete(nodeIds.length) }, (draft) => removeAndReconnect(draft, nodeIds));
    },
  },
  {
    id: "rename",
    title: ({ actions }) => actions.rename,
    group: "edit",
    keys: "F2",
    where: "surface",
    isEnabled: (session) => isEditable(session) && items(session).nodeIds.length === 1,
    run: (session) => {
      const [nodeId] = items(session).nodeIds;
      if (nodeId !== undefined) revealNode(session, nodeId, "name");
    },
  },
  {
    id: "select-all",
    title: ({ actions }) => actions.selectAll,
    group: "edit",
    keys: "$mod+a",
    where: "surface",
    isEnabled: ({ view }) => view.getState().surface === "canvas",
    run: (session) => {
      const { nodes, edges, notes } = session.editor.document();
      const idsOf = (all: readonly { readonly id: string }[]) => new Set(all.map(({ id }) => id));
      select(session, { nodeIds: idsOf(nodes), edgeIds: idsOf(edges), noteIds: idsOf(notes) });
    },
  },
  {
    id: "add-node",
    title: ({ actions }) => actions.addNode,
    group: "edit",
    keys: "[Shift]+/",
    isEnabled: isEditable,
    run: openQuickAdd,
  },
  {
    id: "connect",
    title: ({ actions }) => actions.connect,
    group: "edit",
    keys: "c",
    where: "surface",
    isEnabled: (session) => isEditable(session) && items(session).nodeIds.length === 1,
    run: startConnection,
  },
] as const satisfies readonly Action[];

function items({ view }: FlowSession): { nodeIds: string[]; edgeIds: string[]; noteIds: string[] } {
  const { nodeIds, edgeIds, noteIds } = view.getState();
  return { nodeIds: [...nodeIds], edgeIds: [...edgeIds], noteIds: [...noteIds] };
}

/** Whether something that may go is selected: the Start alone may not. */
function canRemove(session: FlowSession): boolean {
  const { nodeIds, edgeIds, noteIds } = items(session);
  const startIds = new Set(session.editor.document().nodes.flatMap(({ id, type }) => (type === "start" ? [id] : [])));
  const removable = nodeIds.filter((id) => !startIds.has(id));
  return isEditable(session) && removable.length + edgeIds.length + noteIds.length > 0;
}

function clip(how: "copy" | "cut", { actions }: Texts): void {
  if (!copySelection(how)) showToast(how === "copy" ? actions.copyByKeys : actions.cutByKeys);
}

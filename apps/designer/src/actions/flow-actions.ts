import { toDraft } from "../document/open-document.ts";
import { download } from "../ui/download.ts";
import { type Action, isEditable } from "./action.ts";
import { frameOf } from "./frame.ts";
import { openOverlay } from "./overlays.ts";

/** What is done with the flow as a whole. */
export const flowActions = [
  {
    id: "make-live",
    title: ({ actions }) => actions.makeLive,
    group: "flow",
    keys: "$mod+Enter",
    isEnabled: isEditable,
    run: (session) => openOverlay(session, "make-live"),
  },
  {
    id: "save-now",
    title: ({ actions }) => actions.saveNow,
    group: "flow",
    keys: "$mod+s",
    isEnabled: isEditable,
    run: (session) => frameOf(session)?.saveNow(),
  },
  {
    id: "export",
    title: ({ actions }) => actions.export,
    group: "flow",
    run: ({ editor, flowId }) => {
      download(`${flowId}.flow.json`, JSON.stringify(toDraft(editor.document()), null, 2));
    },
  },
] as const satisfies readonly Action[];

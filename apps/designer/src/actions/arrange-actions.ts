import { alignItems, type Alignment, applyPositions, type Axis, distributeItems } from "../document/commands/index.ts";
import { tidy } from "../document/layout.ts";
import type { FlowSession } from "../session/flow-session.ts";
import type { Texts } from "../texts/en/index.ts";
import { type Action, isEditable } from "./action.ts";

/** Puts nodes in order: all, or those that are selected. */
export const arrangeActions = [
  {
    id: "tidy",
    title: ({ actions }) => actions.tidy,
    group: "edit",
    keys: "Shift+Alt+KeyT",
    isEnabled: isEditable,
    run: (session, texts) => tidyUp(session, texts),
  },
  {
    id: "tidy-selection",
    title: ({ actions }) => actions.tidySelection,
    group: "edit",
    isEnabled: (session) => isEditable(session) && session.view.getState().nodeIds.size > 1,
    run: (session, texts) => tidyUp(session, texts, session.view.getState().nodeIds),
  },
  align("left", ({ actions }) => actions.alignLeft),
  align("center", ({ actions }) => actions.alignCenter),
  align("right", ({ actions }) => actions.alignRight),
  align("top", ({ actions }) => actions.alignTop),
  align("middle", ({ actions }) => actions.alignMiddle),
  align("bottom", ({ actions }) => actions.alignBottom),
  distribute("horizontal", ({ actions }) => actions.distributeHorizontally),
  distribute("vertical", ({ actions }) => actions.distributeVertically),
] as const satisfies readonly Action[];

async function tidyUp(session: FlowSession, { actions }: Texts, nodeIds?: ReadonlySet<string>): Promise<void> {
  const positions = await tidy(session.editor.document(), nodeIds);
  session.editor.edit({ label: actions.undoTidy }, (draft) => applyPositions(draft, positions));
  if (nodeIds === undefined) session.view.setState({ wantedView: { type: "all" } });
}

function align<How extends Alignment>(how: How, title: Action["title"]) {
  return {
    id: `align-${how}`,
    title,
    group: "edit",
    isEnabled: (session: FlowSession) => isEditable(session) && placed(session).length > 1,
    run: (session: FlowSession, { actions }: Texts) =>
      session.editor.edit({ label: actions.undoAlign }, (draft) => alignItems(draft, placed(session), how)),
  } as const;
}

function distribute<How extends Axis>(axis: How, title: Action["title"]) {
  return {
    id: `distribute-${axis}`,
    title,
    group: "edit",
    isEnabled: (session: FlowSession) => isEditable(session) && placed(session).length > 2,
    run: (session: FlowSession, { actions }: Texts) =>
      session.editor.edit({ label: actions.undoDistribute }, (draft) => distributeItems(draft, placed(session), axis)),
  } as const;
}

function placed({ view }: FlowSession): string[] {
  return [...view.getState().nodeIds, ...view.getState().noteIds];
}

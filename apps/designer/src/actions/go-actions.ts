import { canvasOf } from "../canvas/canvas-state.ts";
import { type FlowSession, type Panel, revealNode } from "../session/flow-session.ts";
import type { Action } from "./action.ts";
import { focusSurface } from "./focus-surface.ts";
import { frameOf } from "./frame.ts";

/** What leads elsewhere. */
export const goActions = [
  {
    id: "go-list",
    title: ({ actions }) => actions.goList,
    group: "go",
    keys: "g l",
    run: (session) => frameOf(session)?.goToList(),
  },
  openPanel("inspector", "g i", ({ actions }) => actions.goInspector),
  openPanel("problems", "g p", ({ actions }) => actions.goProblems),
  openPanel("versions", "g v", ({ actions }) => actions.goVersions),
  openPanel("flow", "g f", ({ actions }) => actions.goFlow),
  {
    id: "go-back",
    title: ({ actions }) => actions.goBack,
    group: "go",
    keys: "Escape",
    where: "panel",
    run: goBack,
  },
  {
    id: "next-problem",
    title: ({ actions }) => actions.nextProblem,
    group: "go",
    keys: "F8",
    isEnabled: hasProblems,
    run: (session) => goToProblem(session, 1),
  },
  {
    id: "previous-problem",
    title: ({ actions }) => actions.previousProblem,
    group: "go",
    keys: "Shift+F8",
    isEnabled: hasProblems,
    run: (session) => goToProblem(session, -1),
  },
] as const satisfies readonly Action[];

function openPanel<Name extends Panel>(panel: Name, keys: string, title: Action["title"]) {
  return {
    id: `go-${panel}`,
    title,
    group: "go",
    keys,
    run: ({ view }: FlowSession) => view.setState({ panel }),
  } as const;
}

/** The focus goes to the selected node, on whichever surface is open. */
function goBack(session: FlowSession): void {
  const [nodeId] = session.view.getState().nodeIds;
  if (nodeId === undefined) focusSurface();
  else canvasOf(session).setState({ wantedFocus: nodeId });
}

function hasProblems({ problems }: FlowSession): boolean {
  return problems.getState().issues.some(({ nodeId }) => nodeId !== undefined);
}

/** From the problem of the selected node, or from before the first one, to the next of another node. */
function goToProblem(session: FlowSession, step: 1 | -1): void {
  const found = session.problems.getState().issues.filter(({ nodeId }) => nodeId !== undefined);
  const ids = [...new Set(found.map(({ nodeId }) => nodeId))];
  const [selected] = session.view.getState().nodeIds;
  const here = ids.indexOf(selected);
  const nodeId = ids.at(here === -1 && step === -1 ? -1 : (here + step) % ids.length);
  const issue = found.find((one) => one.nodeId === nodeId);
  if (nodeId !== undefined) revealNode(session, nodeId, issue?.field);
}

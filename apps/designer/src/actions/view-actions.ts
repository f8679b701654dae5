import { openSearch, toggleTool, zoom } from "../canvas/commands.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { chooseNextTheme } from "../ui/theme.ts";
import type { Action } from "./action.ts";
import { openOverlay } from "./overlays.ts";

/** What changes how the flow is looked at. */
export const viewActions = [
  {
    id: "commands",
    title: ({ actions }) => actions.commands,
    group: "view",
    keys: "$mod+k",
    run: (session) => openOverlay(session, "commands"),
  },
  {
    id: "shortcuts",
    title: ({ actions }) => actions.shortcuts,
    group: "view",
    keys: "[Shift]+?",
    run: (session) => openOverlay(session, "shortcuts"),
  },
  {
    id: "search",
    title: ({ actions }) => actions.search,
    group: "view",
    keys: "$mod+f",
    isEnabled: isCanvas,
    run: openSearch,
  },
  {
    id: "zoom-all",
    title: ({ actions }) => actions.zoomAll,
    group: "view",
    keys: "1",
    where: "surface",
    isEnabled: isCanvas,
    run: ({ view }) => view.setState({ wantedView: { type: "all" } }),
  },
  {
    id: "zoom-selection",
    title: ({ actions }) => actions.zoomSelection,
    group: "view",
    keys: "2",
    where: "surface",
    isEnabled: (session) =>
      isCanvas(session) && session.view.getState().nodeIds.size + session.view.getState().noteIds.size > 0,
    run: ({ view }) => view.setState({ wantedView: { type: "selection" } }),
  },
  {
    id: "zoom-in",
    title: ({ actions }) => actions.zoomIn,
    group: "view",
    keys: "[Shift]++",
    otherKeys: ["="],
    where: "surface",
    isEnabled: isCanvas,
    run: (session) => zoom(session, "in"),
  },
  {
    id: "zoom-out",
    title: ({ actions }) => actions.zoomOut,
    group: "view",
    keys: "-",
    where: "surface",
    isEnabled: isCanvas,
    run: (session) => zoom(session, "out"),
  },
  {
    id: "toggle-tool",
    title: ({ actions }) => actions.toggleTool,
    group: "view",
    isEnabled: isCanvas,
    run: toggleTool,
  },
  {
    id: "toggle-outline",
    title: ({ actions }) => actions.toggleOutline,
    group: "view",
    keys: "Shift+Alt+KeyO",
    run: (session) => session.view.setState({ surface: isCanvas(session) ? "outline" : "canvas" }),
  },
  {
    id: "toggle-phone",
    title: ({ actions }) => actions.togglePhone,
    group: "view",
    keys: "Shift+Alt+KeyP",
    run: togglePhone,
  },
  {
    id: "toggle-theme",
    title: ({ actions }) => actions.toggleTheme,
    group: "view",
    run: chooseNextTheme,
  },
] as const satisfies readonly Action[];

/** A phone and a panel leave this window enough of the canvas to see on it what the phone does. */
const roomForBoth = 1_440;

/** On a smaller window the phone takes the panel's place, and gives it back; whoever then opens a node has both. */
function togglePhone({ view }: FlowSession): void {
  const { isPhoneOpen, panel } = view.getState();
  const isRoomy = (globalThis.innerWidth ?? roomForBoth) >= roomForBoth;
  const beside = isPhoneOpen ? (panel ?? "inspector") : undefined;
  view.setState({ isPhoneOpen: !isPhoneOpen, ...(isRoomy ? {} : { panel: beside }) });
}

function isCanvas({ view }: FlowSession): boolean {
  return view.getState().surface === "canvas";
}

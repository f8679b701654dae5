import { type ActionId, actionTitle, isActionEnabled, keysOf, runAction } from "../actions/registry.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { useSession } from "../session/session-context.ts";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import { MenuAt, type MenuItem } from "../ui/menu.tsx";
import { addNoteAt } from "./add.ts";
import { canvasOf, type MenuRequest, useCanvas } from "./canvas-state.ts";
import { openItem } from "./pointing.ts";

type Line = ActionId | "separator" | "open" | "add-here" | "note-here" | "insert";

const lines: { readonly [Of in MenuRequest["of"]]: readonly Line[] } = {
  canvas: [
    "add-here",
    "note-here",
    "paste",
    "separator",
    "select-all",
    "tidy",
    "separator",
    "zoom-all",
    "search",
    "toggle-outline",
  ],
  node: ["open", "connect", "separator", "cut", "copy", "duplicate", "separator", "delete-and-reconnect", "delete"],
  note: ["open", "separator", "cut", "copy", "separator", "delete"],
  edge: ["insert", "separator", "delete"],
  selection: [
    "align-left",
    "align-center",
    "align-right",
    "align-top",
    "align-middle",
    "align-bottom",
    "distribute-horizontal",
    "distribute-vertical",
    "tidy-selection",
    "separator",
    "zoom-selection",
    "cut",
    "copy",
    "duplicate",
    "separator",
    "delete-and-reconnect",
    "delete",
  ],
};

/** The context menu of the canvas, a node, a note, an edge or a selection. */
export function CanvasMenu() {
  const session = useSession();
  const texts = useTexts();
  const menu = useCanvas((state) => state.menu);
  const close = (): void => canvasOf(session).setState({ menu: undefined });
  return <MenuAt at={menu?.at} onClose={close} items={menu === undefined ? [] : itemsOf(session, menu, texts)} />;
}

function itemsOf(session: FlowSession, menu: MenuRequest, texts: Texts): readonly MenuItem[] {
  const isRead = session.mode === "read";
  const isOffered = (line: Line): boolean =>
    isAction(line) ? isActionEnabled(line, session) : line === "open" && menu.of === "node";
  const shown = lines[menu.of].filter((line) => !isRead || isOffered(line));
  return shown
    .filter((line, index) => line !== "separator" || (shown[index - 1] ?? "separator") !== "separator")
    .map((line) => (line === "separator" ? line : itemOf(session, { line, menu, texts })));
}

type About = { readonly line: Exclude<Line, "separator">; readonly menu: MenuRequest; readonly texts: Texts };

function itemOf(session: FlowSession, { line, menu, texts }: About): MenuItem {
  const state = canvasOf(session);
  const { nodeIds, noteIds, edgeIds } = session.view.getState();
  const position = state.getState().instance?.screenToFlowPosition(menu.at);
  const [itemId] = [...nodeIds, ...noteIds];
  const [edgeId] = edgeIds;
  switch (line) {
    case "open":
      return { label: texts.canvas.open, keys: "Enter", onChoose: () => void (itemId && openItem(session, itemId)) };
    case "add-here":
      return {
        label: texts.canvas.addHere,
        keys: keysOf("add-node"),
        onChoose: () => state.setState({ picker: { type: "add", at: menu.at, position } }),
      };
    case "note-here":
      return { label: texts.canvas.noteHere, onChoose: () => addNoteAt(session, position, texts) };
    case "insert":
      return {
        label: texts.canvas.insertNode,
        onChoose: () => void (edgeId && state.setState({ picker: { type: "insert", edgeId, at: menu.at } })),
      };
    default:
      return {
        label: actionTitle(line),
        keys: keysOf(line),
        isDisabled: !isActionEnabled(line, session),
        isDanger: line === "delete",
        onChoose: () => runAction(line, session),
      };
  }
}

function isAction(line: Line): line is ActionId {
  return !["separator", "open", "add-here", "note-here", "insert"].includes(line);
}

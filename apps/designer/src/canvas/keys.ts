import { type KeyboardEvent, useMemo, useRef } from "react";
import { moveItems } from "../document/commands/index.ts";
import { nodeById } from "../document/outcomes.ts";
import { type FlowSession, select } from "../session/flow-session.ts";
import { useSession } from "../session/session-context.ts";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import { canvasOf } from "./canvas-state.ts";
import { keyStep } from "./limits.ts";
import { openItem } from "./pointing.ts";
import { type Direction, flowOrder, type Standing, step } from "./walk.ts";

/*
 * Keys on the canvas. The canvas is one stop of the Tab key; Enter goes in to the nodes and Escape out again. Within, Tab goes through the nodes as
 * the flow runs, also to those out of view; after the last it leaves.
 */

const steps: { readonly [key: string]: readonly [x: number, y: number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const directions: { readonly [key: string]: Direction } = {
  ArrowLeft: "back",
  ArrowRight: "forward",
  ArrowUp: "previous",
  ArrowDown: "next",
};

type KeyHandlers = {
  readonly down: (event: KeyboardEvent<HTMLElement>) => void;
  readonly up: (event: KeyboardEvent<HTMLElement>) => void;
};

/** What the canvas does with keys while the focus is on it. */
export function useCanvasKeys(): KeyHandlers {
  const session = useSession();
  const texts = useTexts();
  const standing = useRef<Standing>(undefined);
  return useMemo(
    () => ({
      down: (event) => {
        if (isWritten(event) || event.defaultPrevented) return;
        const id = itemOf(event.target);
        const isDone = id === undefined ? onCanvas(session, event) : onItem({ session, texts, id, standing }, event);
        if (isDone) event.preventDefault();
      },
      up: ({ key }) => {
        if (key in steps) session.editor.endGesture();
      },
    }),
    [session, texts],
  );
}

/** The focus is on the canvas as a whole. */
function onCanvas(session: FlowSession, event: KeyboardEvent<HTMLElement>): boolean {
  if (event.target !== event.currentTarget) return false;
  if (event.key !== "Enter" && !(event.key in steps)) return false;
  const document = session.editor.document();
  const [selected] = session.view.getState().nodeIds;
  const nodeId = selected ?? flowOrder(document)[0];
  if (nodeId !== undefined) goTo(session, nodeId);
  return nodeId !== undefined;
}

type OnItem = {
  readonly session: FlowSession;
  readonly texts: Texts;
  readonly id: string;
  readonly standing: { current: Standing | undefined };
};

/** The focus is on a node or note. */
function onItem(on: OnItem, event: KeyboardEvent<HTMLElement>): boolean {
  const { session, id } = on;
  const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
  if (ctrlKey || metaKey) return false;
  const direction = directions[key];
  if (direction !== undefined && altKey) return walk(on, direction, shiftKey);
  if (altKey) return false;
  if (direction !== undefined) return move(on, key, shiftKey ? keyStep.large : keyStep.small);
  switch (key) {
    case "Tab":
      return tab(session, id, shiftKey ? -1 : 1);
    case "Enter":
      openItem(session, id);
      return true;
    case " ":
      toggle(session, id);
      return true;
    case "Escape":
      event.currentTarget.focus();
      return true;
    default:
      return false;
  }
}

function walk({ session, id, standing }: OnItem, direction: Direction, isAdded: boolean): boolean {
  const here = standing.current?.nodeId === id ? standing.current : { nodeId: id };
  const next = step(session.editor.document(), here, direction);
  if (next === undefined) return true;
  standing.current = next;
  goTo(session, next.nodeId, isAdded);
  return true;
}

function tab(session: FlowSession, id: string, by: 1 | -1): boolean {
  const document = session.editor.document();
  const order = [...flowOrder(document), ...document.notes.map((note) => note.id)];
  const next = order[order.indexOf(id) + by];
  if (next !== undefined) goTo(session, next);
  return next !== undefined;
}

function move({ session, texts, id }: OnItem, key: string, distance: number): boolean {
  const [x, y] = steps[key] ?? [0, 0];
  if (session.mode === "read") return false;
  const { nodeIds, noteIds } = session.view.getState();
  const ids = new Set([...nodeIds, ...noteIds]);
  if (ids.size === 0) ids.add(id);
  const { nodes, notes } = session.editor.document();
  const moves = [...nodes, ...notes]
    .filter((item) => ids.has(item.id))
    .map((item) => ({
      id: item.id,
      position: { x: item.position.x + x * distance, y: item.position.y + y * distance },
    }));
  const about = { label: texts.canvas.undoMove(moves.length), gesture: `keys ${[...ids].join(" ")}` };
  session.editor.edit(about, (draft) => moveItems(draft, moves));
  return true;
}

/** Focuses a node or note, and selects it; alone, or with what is selected already. */
function goTo(session: FlowSession, id: string, isAdded = false): void {
  const { nodeIds, noteIds } = session.view.getState();
  const isNode = nodeById(session.editor.document(), id) !== undefined;
  const [nodes, notes] = isAdded ? [nodeIds, noteIds] : [[], []];
  if (isNode) select(session, { nodeIds: new Set([...nodes, id]), noteIds: new Set(notes) });
  else select(session, { nodeIds: new Set(nodes), noteIds: new Set([...notes, id]) });
  canvasOf(session).setState({ wantedFocus: id });
}

function toggle(session: FlowSession, id: string): void {
  const { nodeIds, noteIds } = session.view.getState();
  const isNode = nodeById(session.editor.document(), id) !== undefined;
  const ids = new Set(isNode ? nodeIds : noteIds);
  if (!ids.delete(id)) ids.add(id);
  session.view.setState(isNode ? { nodeIds: ids } : { noteIds: ids });
}

function itemOf(target: EventTarget): string | undefined {
  const node = target instanceof Element && target.matches(".react-flow__node") ? target : undefined;
  return node?.getAttribute("data-id") ?? undefined;
}

function isWritten({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable=true]") !== null;
}

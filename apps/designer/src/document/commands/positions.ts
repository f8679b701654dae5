import type { FlowDocument, Position } from "../flow-document.ts";
import { cardSize, type Size } from "../geometry.ts";
import { nodeById, nodeIndex, noteIndex } from "../lookup.ts";
import { type DocumentDraft, now, writable } from "./draft.ts";

/** The line on which items are put: an edge of the box round them, or its middle. */
export type Alignment = "left" | "center" | "right" | "top" | "middle" | "bottom";

/** The direction in which items are spread. */
export type Axis = "horizontal" | "vertical";

/** Moves nodes and notes to places. Ids that are not there are passed over. */
export function moveItems(
  draft: DocumentDraft,
  moves: Iterable<{ readonly id: string; readonly position: Position }>,
): void {
  const document = now(draft);
  for (const { id, position } of moves) {
    const item = writable(draft.nodes, nodeIndex(document, id)) ?? writable(draft.notes, noteIndex(document, id));
    if (item !== undefined && !isSame(item.position, position)) item.position = { x: position.x, y: position.y };
  }
}

/** Moves nodes and notes to the places that a layout found. */
export function applyPositions(draft: DocumentDraft, positions: ReadonlyMap<string, Position>): void {
  moveItems(
    draft,
    [...positions].map(([id, position]) => ({ id, position })),
  );
}

/** Puts items on one line. */
export function alignItems(draft: DocumentDraft, ids: Iterable<string>, how: Alignment): void {
  const boxes = boxesOf(now(draft), ids);
  const [axis, share] = alignments[how];
  const start = Math.min(...boxes.map((box) => box[axis].start));
  const end = Math.max(...boxes.map((box) => box[axis].start + box[axis].length));
  moveItems(
    draft,
    boxes.map((box) => movedTo(box, axis, start + (end - start - box[axis].length) * share)),
  );
}

/** Spreads items so that the gaps between them are equal; the first and the last stay. */
export function distributeItems(draft: DocumentDraft, ids: Iterable<string>, axis: Axis): void {
  const boxes = boxesOf(now(draft), ids).toSorted((left, right) => left[axis].start - right[axis].start);
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (first === undefined || last === undefined) return;
  const inner = boxes.slice(1, -1);
  const space = last[axis].start - first[axis].start - first[axis].length;
  const gap = (space - inner.reduce((sum, box) => sum + box[axis].length, 0)) / (boxes.length - 1);
  let at = first[axis].start + first[axis].length;
  const moves = inner.map((box) => {
    const start = at + gap;
    at = start + box[axis].length;
    return movedTo(box, axis, start);
  });
  moveItems(draft, moves);
}

/** For each alignment the direction, and how much of the free length lies before an item. */
const alignments = {
  left: ["horizontal", 0],
  center: ["horizontal", 0.5],
  right: ["horizontal", 1],
  top: ["vertical", 0],
  middle: ["vertical", 0.5],
  bottom: ["vertical", 1],
} as const satisfies Record<Alignment, readonly [Axis, number]>;

type Span = { readonly start: number; readonly length: number };
type Box = { readonly id: string } & { readonly [Name in Axis]: Span };

function boxesOf(document: FlowDocument, ids: Iterable<string>): Box[] {
  return [...new Set(ids)].flatMap((id) => {
    const node = nodeById(document, id);
    const note = document.notes[noteIndex(document, id) ?? -1];
    if (node !== undefined) return boxOf(node, cardSize(node));
    return note === undefined ? [] : boxOf(note, note);
  });
}

function boxOf({ id, position }: { readonly id: string; readonly position: Position }, { width, height }: Size): Box {
  return { id, horizontal: { start: position.x, length: width }, vertical: { start: position.y, length: height } };
}

function movedTo(box: Box, axis: Axis, start: number): { id: string; position: Position } {
  const place = Math.round(start) + 0;
  const [x, y] = axis === "horizontal" ? [place, box.vertical.start] : [box.horizontal.start, place];
  return { id: box.id, position: { x, y } };
}

function isSame(left: Position, right: Position): boolean {
  return left.x === right.x && left.y === right.y;
}

import type { DocumentNode, FlowDocument, Position } from "./flow-document.ts";
import { isNodeType } from "@parley/flow";
import { outcomesOfNode } from "./outcomes.ts";
import { remember } from "./remember.ts";

/*
 * How large a card is and where edges meet it, known without drawing it: the canvas, the layout and tests use the same measures.
 */

/** The measures of a node's card in pixels; the card's style sheet follows them. From the top: header, summary, one row for each outcome, foot. */
export const cardMeasures = { width: 260, header: 40, summary: 48, outcomeRow: 24, foot: 8 } as const;

/** What positions are snapped to, in pixels. */
export const gridSize = 20;

/** The handle at which edges come in. */
export const targetHandle = "in";

/** The source handle of edges that leave by no outcome that is known: those of a node of an unknown type, and those whose outcome the node has not. */
export const anyOutcome = "*";

/** Width and height in pixels. */
export type Size = { readonly width: number; readonly height: number };

/** Where an edge may begin or end: the middle of the handle, from the upper left corner of its card. */
export type CardHandle = {
  readonly id: string;
  readonly type: "source" | "target";
  readonly x: number;
  readonly y: number;
  readonly side: "left" | "right";
};

/** The size of a node's card. */
export const cardSize: (node: DocumentNode) => Size = remember((node) => {
  const { width, header, summary, outcomeRow, foot } = cardMeasures;
  return { width, height: header + summary + rowsOf(node).length * outcomeRow + foot };
});

/** The handles of a node's card: one that edges come in by, but for the Start, and one for each outcome, from the top. */
export const handlesOf: (node: DocumentNode) => readonly CardHandle[] = remember((node) => {
  const { width, header, summary, outcomeRow } = cardMeasures;
  const sources = rowsOf(node).map((id, row): CardHandle => {
    return { id, type: "source", x: width, y: header + summary + (row + 0.5) * outcomeRow, side: "right" };
  });
  if (node.type === "start") return sources;
  return [{ id: targetHandle, type: "target", x: 0, y: header / 2, side: "left" }, ...sources];
});

/** Where an edge begins whose outcome the node has not: at the foot of the card, below all outcomes that it has. */
export function footHandle(node: DocumentNode): CardHandle {
  const { width, height } = cardSize(node);
  return { id: anyOutcome, type: "source", x: width, y: height - cardMeasures.foot, side: "right" };
}

/** The source handle of an edge by its outcome. */
export function sourceHandleOf(node: DocumentNode, outcome: string): string {
  return outcomesOfNode(node).some(({ name }) => name === outcome) ? outcome : anyOutcome;
}

/** Whether an edge leaves a node by an outcome that it has not: conversations never go that way. */
export function isLost(source: DocumentNode, outcome: string): boolean {
  return isNodeType(source.type) && sourceHandleOf(source, outcome) === anyOutcome;
}

/** A position on the grid, the nearest. */
export function snap({ x, y }: Position): Position {
  return { x: snapped(x), y: snapped(y) };
}

/** A place for a card at or below the one wished for, where it covers no other card. */
export function freePlace(document: FlowDocument, wanted: Position, size: Size): Position {
  let { x, y } = snap(wanted);
  const near = document.nodes
    .filter(
      (node) => x < node.position.x + cardSize(node).width + gridSize && node.position.x < x + size.width + gridSize,
    )
    .toSorted((left, right) => left.position.y - right.position.y);
  for (const node of near) {
    const bottom = node.position.y + cardSize(node).height;
    if (y < bottom + gridSize && node.position.y < y + size.height + gridSize) y = snapUp(bottom + gridSize);
  }
  return { x, y };
}

function rowsOf(node: DocumentNode): readonly string[] {
  return isNodeType(node.type) ? outcomesOfNode(node).map(({ name }) => name) : [anyOutcome];
}

/** Never minus zero, which JSON does not keep. */
function snapped(value: number): number {
  return Math.round(value / gridSize) * gridSize + 0;
}

function snapUp(value: number): number {
  return Math.ceil(value / gridSize) * gridSize + 0;
}

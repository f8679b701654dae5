import type { Position } from "../document/flow-document.ts";
import { guideReach } from "./limits.ts";

/*
 * Helper lines: what is dragged is drawn to where others begin, and told where it is in line with their edges and middles. Others stand on the grid as
 * a rule, and then so does what is dragged: it is only drawn off the grid to what stands off it.
 */

/** A box on the canvas. */
type Box = Position & { readonly width: number; readonly height: number };
type Placed = { readonly id: string; readonly position: Position; readonly width?: number; readonly height?: number };

/** The lines of all that stands still, each in order: where it begins, and its edges and middles. */
type Lines = { readonly starts: readonly number[]; readonly all: readonly number[] };
/** What can be aligned with, on each axis. */
export type Targets = { readonly x: Lines; readonly y: Lines };
/** The lines that something is aligned with. */
export type Guides = { readonly x?: number | undefined; readonly y?: number | undefined };

/** The lines of all that is not moved. */
export function guideTargets(items: readonly Placed[], moves: ReadonlyMap<string, Position>): Targets {
  const still = items.filter(({ id }) => !moves.has(id));
  return {
    x: linesOf(still.map(({ position, width }) => [position.x, width])),
    y: linesOf(still.map(({ position, height }) => [position.y, height])),
  };
}

/** Moves what is dragged, as one, to the nearest beginning within reach on each axis, and names the lines that it is then in line with. */
export function guide(
  items: readonly Placed[],
  moves: ReadonlyMap<string, Position>,
  targets: Targets,
): { readonly moves: ReadonlyMap<string, Position>; readonly guides: Guides } {
  const box = boxOf(items, moves);
  const [dx, dy] = [pull(box.x, targets.x.starts), pull(box.y, targets.y.starts)];
  const guides = {
    x: lineOf(box.x + dx, box.width, targets.x.all),
    y: lineOf(box.y + dy, box.height, targets.y.all),
  };
  if (dx === 0 && dy === 0) return { moves, guides };
  return { moves: new Map([...moves].map(([id, at]) => [id, { x: at.x + dx, y: at.y + dy }])), guides };
}

function linesOf(spans: readonly (readonly [start: number, length: number | undefined])[]): Lines {
  return {
    starts: inOrder(spans.map(([start]) => start)),
    all: inOrder(spans.flatMap(([start, length]) => threeOf(start, length))),
  };
}

function inOrder(lines: readonly number[]): readonly number[] {
  return [...new Set(lines)].toSorted((left, right) => left - right);
}

/** Beginning, middle and end. */
function threeOf(start: number, length = 0): readonly number[] {
  return [start, start + length / 2, start + length];
}

function pull(start: number, targets: readonly number[]): number {
  const distances = beside(targets, start).map((target) => target - start);
  return (
    distances.filter((distance) => Math.abs(distance) <= guideReach).toSorted((a, b) => Math.abs(a) - Math.abs(b))[0] ??
    0
  );
}

function lineOf(start: number, length: number, targets: readonly number[]): number | undefined {
  return threeOf(start, length).find((line) => beside(targets, line).includes(line));
}

function boxOf(items: readonly Placed[], moves: ReadonlyMap<string, Position>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { id, width = 0, height = 0 } of items) {
    const at = moves.get(id);
    if (at === undefined) continue;
    [left, top] = [Math.min(left, at.x), Math.min(top, at.y)];
    [right, bottom] = [Math.max(right, at.x + width), Math.max(bottom, at.y + height)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The lines before and after a place: they stand in order. */
function beside(sorted: readonly number[], place: number): readonly number[] {
  const index = placeIn(sorted, place);
  return [sorted[index - 1], sorted[index]].filter((line) => line !== undefined);
}

function placeIn(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

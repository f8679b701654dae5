import { expect, test } from "vitest";
import { guide, guideTargets } from "./guides.ts";

const still = { id: "a", position: { x: 100, y: 40 }, width: 200, height: 100 };
const dragged = { id: "b", position: { x: 0, y: 0 }, width: 200, height: 60 };
const items = [still, dragged];

function guided(x: number, y: number) {
  const moves = new Map([["b", { x, y }]]);
  const { moves: after, guides } = guide(items, moves, guideTargets(items, moves));
  return { at: after.get("b"), guides };
}

test("what is dragged near to where another begins is drawn there, and told the line", () => {
  expect(guided(104, 300)).toEqual({ at: { x: 100, y: 300 }, guides: { x: 100, y: undefined } });
  expect(guided(600, 35)).toEqual({ at: { x: 600, y: 40 }, guides: { x: undefined, y: 40 } });
});

test("what is out of reach is left where it is", () => {
  expect(guided(107, 300)).toEqual({ at: { x: 107, y: 300 }, guides: { x: undefined, y: undefined } });
});

test("a middle or an end draws nothing, and is named only when it is met exactly", () => {
  expect(guided(600, 62).guides.y).toBeUndefined();
  expect(guided(600, 60)).toEqual({ at: { x: 600, y: 60 }, guides: { x: undefined, y: 90 } });
});

test("what is dragged together moves as one", () => {
  const more = [...items, { id: "c", position: { x: 0, y: 0 }, width: 50, height: 50 }];
  const moves = new Map([
    ["b", { x: 96, y: 300 }],
    ["c", { x: 400, y: 310 }],
  ]);
  const { moves: after } = guide(more, moves, guideTargets(more, moves));
  expect([...after]).toEqual([
    ["b", { x: 100, y: 300 }],
    ["c", { x: 404, y: 310 }],
  ]);
});

import { describe, expect, test } from "vitest";
import { drawn, nodeOf, orderStatusDocument } from "./document.test-support.ts";
import { anyOutcome, cardMeasures, cardSize, freePlace, handlesOf, snap, sourceHandleOf } from "./geometry.ts";

const document = orderStatusDocument();
const branch = nodeOf(document, "n5");

describe("a card", () => {
  test("has a header, a summary, a row for each outcome and a foot", () => {
    expect(cardSize(branch)).toEqual({ width: 260, height: 40 + 48 + 4 * 24 + 8 });
    expect(cardSize(nodeOf(drawn([{ id: "n3", type: "end" }]), "n3"))).toEqual({ width: 260, height: 96 });
  });

  test("has a handle in the middle of each row at the right, named as the outcome, and one at the left", () => {
    expect(handlesOf(branch)).toEqual([
      { id: "in", type: "target", x: 0, y: 20, side: "left" },
      { id: "track", type: "source", x: 260, y: 100, side: "right" },
      { id: "agent", type: "source", x: 260, y: 124, side: "right" },
      { id: "noneOfTheAbove", type: "source", x: 260, y: 148, side: "right" },
      { id: "onError", type: "source", x: 260, y: 172, side: "right" },
    ]);
  });

  test("has no handle at the left when it is the Start", () => {
    expect(handlesOf(nodeOf(document, "n2")).map(({ id }) => id)).toEqual(["onBegin"]);
  });

  test("of an unknown type has one handle for whatever its edges leave by", () => {
    const fax = { ...branch, type: "fax" };
    expect(handlesOf(fax).map(({ id }) => id)).toEqual(["in", anyOutcome]);
    expect(sourceHandleOf(fax, "onJam")).toBe(anyOutcome);
    expect(sourceHandleOf(branch, "track")).toBe("track");
  });

  test("holds all its handles", () => {
    for (const node of document.nodes) {
      const { height } = cardSize(node);
      for (const { y } of handlesOf(node)) expect(y > 0 && y < height - cardMeasures.foot).toBe(true);
    }
  });
});

test("positions are snapped to the nearest point of the grid, never to minus zero", () => {
  expect(snap({ x: 29, y: 31 })).toEqual({ x: 20, y: 40 });
  expect(Object.is(snap({ x: -3, y: 0 }).x, 0)).toBe(true);
});

describe("a free place", () => {
  const size = { width: 260, height: 200 };
  const places = drawn([
    { id: "n3", type: "end" },
    { id: "n4", type: "end" },
  ]);

  test("is the one wished for, on the grid, where nothing is", () => {
    expect(freePlace(places, { x: 401, y: 505 }, size)).toEqual({ x: 400, y: 500 });
  });

  test("is below the cards that are in the way", () => {
    expect(freePlace(places, { x: 600, y: 0 }, size)).toEqual({ x: 600, y: 120 });
  });
});

import { describe, expect, test } from "vitest";
import { drawn, edited } from "../document.test-support.ts";
import { createEditor } from "../editor.ts";
import type { FlowDocument, Position } from "../flow-document.ts";
import { type Alignment, alignItems, applyPositions, distributeItems, moveItems } from "./positions.ts";

const note = { id: "note1", text: "", position: { x: 1000, y: 300 }, width: 100, height: 50 };
/** Cards 260 wide: ends 96 high, the Start 120. */
const document = edited(
  drawn(
    ["n3", "n4"].map((id) => ({ id, type: "end" as const })),
    [],
    { notes: [note] },
  ),
  (draft) =>
    moveItems(draft, [
      { id: "n3", position: { x: 400, y: 100 } },
      { id: "n4", position: { x: 700, y: 200 } },
    ]),
);
const all = ["n2", "n3", "n4", "note1"];

function places(after: FlowDocument): Position[] {
  return [...after.nodes, ...after.notes].map(({ position }) => position);
}

describe("moving", () => {
  test("puts nodes and notes where they are to be, and passes over what is not there", () => {
    const after = edited(document, (draft) =>
      moveItems(draft, [
        { id: "n3", position: { x: 1, y: 2 } },
        { id: "note1", position: { x: 3, y: 4 } },
        { id: "n9", position: { x: 5, y: 6 } },
      ]),
    );
    expect(places(after)).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 2 },
      { x: 700, y: 200 },
      { x: 3, y: 4 },
    ]);
  });

  test("is no edit where nothing moves", () => {
    expect(edited(document, (draft) => moveItems(draft, [{ id: "n3", position: { x: 400, y: 100 } }]))).toBe(document);
  });

  test("is one patch for each that moves", () => {
    const editor = createEditor(document);
    const paths: string[] = [];
    editor.onChange(({ patches }) => paths.push(...patches.map(({ path }) => path.join("."))));
    const found = new Map([
      ["n2", { x: 20, y: 20 }],
      ["n4", { x: 40, y: 40 }],
    ]);
    editor.edit({ label: "Tidy up" }, (draft) => applyPositions(draft, found));
    expect([...paths].toSorted((one, two) => one.localeCompare(two))).toEqual(["nodes.0.position", "nodes.2.position"]);
  });
});

test.each<[Alignment, "x" | "y", number[]]>([
  ["left", "x", [0, 0, 0, 0]],
  ["center", "x", [420, 420, 420, 500]],
  ["right", "x", [840, 840, 840, 1000]],
  ["top", "y", [0, 0, 0, 0]],
  ["middle", "y", [115, 127, 127, 150]],
  ["bottom", "y", [230, 254, 254, 300]],
])("aligning %s puts all on one line and leaves the other direction", (how, axis, expected) => {
  const after = edited(document, (draft) => alignItems(draft, all, how));
  const other = axis === "x" ? "y" : "x";
  expect(places(after).map((place) => place[axis])).toEqual(expected);
  expect(places(after).map((place) => place[other])).toEqual(places(document).map((place) => place[other]));
});

describe("distributing", () => {
  test("makes the gaps equal and leaves the first and the last", () => {
    const across = edited(document, (draft) => distributeItems(draft, all, "horizontal"));
    expect(places(across).map(({ x }) => x)).toEqual([0, 333, 667, 1000]);
    const down = edited(document, (draft) => distributeItems(draft, all.toReversed(), "vertical"));
    expect(places(down).map(({ y }) => y)).toEqual([0, 116, 208, 300]);
  });

  test("does nothing for fewer than three", () => {
    expect(edited(document, (draft) => distributeItems(draft, ["n2", "n4", "n9"], "horizontal"))).toBe(document);
    expect(edited(document, (draft) => alignItems(draft, [], "left"))).toBe(document);
  });
});

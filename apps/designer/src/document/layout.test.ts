import ElkMain from "elkjs/lib/elk.bundled.js";
import { describe, expect, test } from "vitest";
import { drawn, edited, nodeOf, orderStatusDocument } from "./document.test-support.ts";
import { addNote, applyPositions } from "./commands/index.ts";
import type { FlowDocument, Position } from "./flow-document.ts";
import { cardSize } from "./geometry.ts";
import { type LayOut, layoutInput, positionsFrom, tidy } from "./layout.ts";

const elk = new ElkMain();
const layOut: LayOut = (graph) => elk.layout(graph);

const scattered = edited(orderStatusDocument(), (draft) => {
  for (const [index, node] of draft.nodes.entries()) node.position = { x: 1000 - index * 31, y: 500 + (index % 3) * 7 };
});

function cornerOf(positions: readonly Position[]): Position {
  return { x: Math.min(...positions.map(({ x }) => x)), y: Math.min(...positions.map(({ y }) => y)) };
}

function overlaps(document: FlowDocument): string[] {
  return document.nodes.flatMap((node, index) =>
    document.nodes.slice(index + 1).flatMap((other) => {
      const [one, two] = [cardSize(node), cardSize(other)];
      const [x, y] = [other.position.x - node.position.x, other.position.y - node.position.y];
      return x < one.width && -x < two.width && y < one.height && -y < two.height ? `${node.id} ${other.id}` : [];
    }),
  );
}

describe("what is laid out", () => {
  test("has each card with its size and its handles as ports, and each edge between ports", () => {
    const document = drawn([{ id: "n3", type: "end" }], ["n2 onBegin n3"]);
    const { children = [], edges = [] } = layoutInput(document);
    expect(children.map(({ id, width, height }) => [id, width, height])).toEqual([
      ["n2", 260, 120],
      ["n3", 260, 96],
    ]);
    const ports = children.map((child) => child.ports?.map(({ id, x, y }) => [id, x, y]));
    expect(ports).toEqual([[["n2 right onBegin", 260, 100]], [["n3 left in", 0, 20]]]);
    expect(edges).toEqual([{ id: "e1", sources: ["n2 right onBegin"], targets: ["n3 left in"] }]);
  });

  test("has no edge that conversations cannot take", () => {
    const document = drawn([{ id: "n3", type: "end" }], ["n2 onBegin n3", "n2 onRead n3"]);
    expect(document.edges).toHaveLength(2);
    expect(layoutInput(document).edges?.map(({ id }) => id)).toEqual(["e1"]);
  });

  test("comes in the order in which ways from the Start come to it, and the rest after it", () => {
    const ends = ["n3", "n4", "n5", "n6"].map((id) => ({
      id,
      type: id === "n5" ? ("delay" as const) : ("end" as const),
    }));
    const document = drawn(ends, ["n5 onError n3", "n5 onTimeout n6", "n2 onBegin n5"]);
    expect(layoutInput(document).children?.map(({ id }) => id)).toEqual(["n2", "n5", "n6", "n3", "n4"]);
  });

  test("begins with the Start, wherever it stands in the list", () => {
    const document = drawn([{ id: "n3", type: "delay" }], ["n2 onBegin n3"]);
    const turned = { ...document, nodes: document.nodes.toReversed() };
    expect(layoutInput(turned).children?.map(({ id }) => id)).toEqual(["n2", "n3"]);
  });

  test("is only what is selected, with the edges between", () => {
    const { children = [], edges = [] } = layoutInput(orderStatusDocument(), new Set(["n3", "n4", "n9999"]));
    expect(children.map(({ id }) => id)).toEqual(["n3", "n4"]);
    expect(edges.map(({ sources }) => sources)).toEqual([["n3 right onDeliveryReportSuccess"], ["n3 right onTimeout"]]);
  });
});

test("positions come back on the grid", () => {
  expect(positionsFrom({ id: "flow", children: [{ id: "n2", x: 31, y: 12 }, { id: "n3" }] })).toEqual(
    new Map([
      ["n2", { x: 40, y: 20 }],
      ["n3", { x: 0, y: 0 }],
    ]),
  );
});

describe("tidying up", () => {
  test("puts the nodes from left to right on the grid, none on another, the corner where it was", async () => {
    const positions = await tidy(scattered, undefined, layOut);
    expect(positions.size).toBe(scattered.nodes.length);
    for (const { x, y } of positions.values()) expect([Math.abs(x % 20), Math.abs(y % 20)]).toEqual([0, 0]);
    expect(cornerOf([...positions.values()])).toEqual({ x: 600, y: 500 });
    const tidied = edited(scattered, (draft) => applyPositions(draft, positions));
    expect(overlaps(scattered).length).toBeGreaterThan(5);
    expect(overlaps(tidied)).toEqual([]);
    const [start, greeting, choice] = ["n2", "n3", "n4"].map((id) => nodeOf(tidied, id).position.x);
    expect((start ?? 0) + 260 < (greeting ?? 0) && (greeting ?? 0) + 260 < (choice ?? 0)).toBe(true);
  });

  test("keeps the order of outcomes from the top", async () => {
    const branches = ["a", "b", "c"].map((name) => ({
      name,
      rows: [{ variable: "$(x)", operator: "equals", value: name }],
    }));
    const ends = ["n4", "n5", "n6"].map((id) => ({ id, type: "end" as const }));
    const document = drawn(
      [...ends, { id: "n3", type: "branch", config: { branches } }],
      ["n2 onBegin n3", "n3 a n6", "n3 b n4", "n3 c n5"],
    );
    const positions = await tidy(document, undefined, layOut);
    const [first = 0, second = 0, third = 0] = ["n6", "n4", "n5"].map((id) => positions.get(id)?.y);
    expect(first < second && second < third).toBe(true);
  });

  test("moves nothing but what is selected, and keeps its corner", async () => {
    const selected = new Set(["n3", "n4", "n5"]);
    const positions = await tidy(scattered, selected, layOut);
    expect(new Set(positions.keys())).toEqual(selected);
    const corner = cornerOf([...selected].map((id) => nodeOf(scattered, id).position));
    expect(cornerOf([...positions.values()])).toEqual({ x: Math.round(corner.x / 20) * 20, y: 500 });
  });

  test("leaves notes alone, and does nothing where there is nothing", async () => {
    const noted = edited(scattered, (draft) => addNote(draft, { position: { x: 7, y: 7 } }));
    expect((await tidy(noted, undefined, layOut)).has("note1")).toBe(false);
    expect(await tidy(scattered, new Set(), layOut)).toEqual(new Map());
  });

  test("gives the same places again for the same flow", async () => {
    expect(await tidy(scattered, undefined, layOut)).toEqual(await tidy(scattered, undefined, layOut));
  });
});

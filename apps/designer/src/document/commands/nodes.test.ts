import { nodeDefinitions, type NodeType } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { drawn, edgesOf, edited, nodeOf, orderStatusDocument, result } from "../document.test-support.ts";
import { cardSize } from "../geometry.ts";
import { newDocument } from "../open-document.ts";
import { setNodeField } from "./fields.ts";
import { addNode, addNodeAfter, insertOnEdge, renameNode } from "./nodes.ts";
import { removeItems } from "./remove.ts";

const blank = newDocument({ id: "blank", name: "Blank" });
const position = { x: 400, y: 200 };
const types = (Object.keys(nodeDefinitions) as NodeType[]).filter((type) => type !== "start");

describe("adding a node", () => {
  test.each(types)("gives a %s with the config of a new one", (type) => {
    const [document, id] = result(blank, (draft) => addNode(draft, { type, position, name: "Mine" }));
    expect(id).toBe("n3");
    expect(nodeOf(document, id)).toEqual({
      id,
      type,
      name: "Mine",
      position,
      config: nodeDefinitions[type].newConfig,
      onEnter: [],
      onLeave: [],
      note: "",
    });
  });

  test("gives no id that an expression still names", () => {
    const removed = edited(orderStatusDocument(), (draft) => removeItems(draft, { nodeIds: ["n15", "n4"] }));
    expect(result(removed, (draft) => addNode(draft, { type: "end", position }))[1]).toBe("n15");
    const naming = edited(removed, (draft) =>
      setNodeField(draft, { nodeId: "n3", path: ["config", "message", "body"], value: "$(n40.receive.message) n99" }),
    );
    expect(result(naming, (draft) => addNode(draft, { type: "end", position }))[1]).toBe("n41");
  });

  test("gives a free id below when the last number is named", () => {
    const last = drawn([
      { id: "n999999", type: "end" },
      { id: "n3", type: "end" },
    ]);
    const [document, ids] = result(last, (draft) => [1, 2].map(() => addNode(draft, { type: "end", position })));
    expect(ids).toEqual(["n4", "n5"]);
    expect(document.nodes).toHaveLength(5);
  });

  test("is not done for a second Start", () => {
    expect(() => edited(blank, (draft) => addNode(draft, { type: "start", position }))).toThrow("a flow has one Start");
  });

  test("leaves all other nodes the very same objects", () => {
    const before = orderStatusDocument();
    const after = edited(before, (draft) => addNode(draft, { type: "end", position }));
    for (const node of before.nodes) expect(nodeOf(after, node.id)).toBe(node);
    expect(after.edges).toBe(before.edges);
  });
});

describe("adding a node after another", () => {
  test("leads the outcome to it and puts it to the right, on the same line for the way on", () => {
    const [document, id] = result(blank, (draft) =>
      addNodeAfter(draft, { nodeId: "n2", outcome: "onBegin", type: "whatsapp" }),
    );
    expect(edgesOf(document)).toEqual([`n2 onBegin ${id}`]);
    expect(nodeOf(document, id).position).toEqual({ x: 360, y: 0 });
  });

  test("finds a place that is free", () => {
    const once = edited(blank, (draft) => addNode(draft, { type: "end", position: { x: 400, y: 0 } }));
    const [document, id] = result(once, (draft) =>
      addNodeAfter(draft, { nodeId: "n2", outcome: "onBegin", type: "end" }),
    );
    expect(nodeOf(document, id).position).toEqual({ x: 360, y: 120 });
  });

  test("takes the place that it is given", () => {
    const [document, id] = result(blank, (draft) =>
      addNodeAfter(draft, { nodeId: "n2", outcome: "onBegin", type: "end", position, name: "Done" }),
    );
    expect(nodeOf(document, id)).toMatchObject({ position, name: "Done" });
  });

  test("is not done for an outcome that the node has not", () => {
    expect(() => edited(blank, (draft) => addNodeAfter(draft, { nodeId: "n2", outcome: "x", type: "end" }))).toThrow(
      "x of n2",
    );
  });
});

describe("putting a node into an edge", () => {
  const line = drawn(
    [
      { id: "n3", type: "receive" },
      { id: "n4", type: "end" },
    ],
    ["n2 onBegin n3", "n3 whatsapp.mo n4"],
  );

  test("leads the edge to it and its default outcome on", () => {
    const [document, id] = result(line, (draft) => insertOnEdge(draft, { edgeId: "e2", type: "delay" }));
    expect(edgesOf(document)).toEqual(["n2 onBegin n3", "n3 whatsapp.mo n5", "n5 onTimeout n4"]);
    expect(id).toBe("n5");
  });

  test("ends there with an End", () => {
    const document = edited(line, (draft) => insertOnEdge(draft, { edgeId: "e1", type: "end" }));
    expect(edgesOf(document)).toEqual(["n2 onBegin n5", "n3 whatsapp.mo n4"]);
  });

  test("moves what follows to the right where the gap is too small", () => {
    const [document, id] = result(line, (draft) => insertOnEdge(draft, { edgeId: "e1", type: "delay" }));
    const [start, added, next, last] = ["n2", id, "n3", "n4"].map((node) => nodeOf(document, node));
    expect([start, added, next, last].map((node) => node?.position.x)).toEqual([0, 320, 620, 1020]);
    expect(added && added.position.x + cardSize(added).width < (next?.position.x ?? 0)).toBe(true);
  });

  test("moves nothing where the gap is wide enough, or where the edge leads back", () => {
    const wide = drawn(
      [
        { id: "n3", type: "receive" },
        { id: "n4", type: "end" },
      ],
      ["n3 onError n3", "n2 onBegin n4"],
    );
    for (const [edgeId, place] of [
      ["e1", 720],
      ["e2", 400],
    ] as const) {
      const [document, id] = result(wide, (draft) => insertOnEdge(draft, { edgeId, type: "delay" }));
      for (const node of wide.nodes) expect(nodeOf(document, node.id).position).toBe(node.position);
      expect(nodeOf(document, id).position).toEqual({ x: place, y: 0 });
    }
  });
});

test("a node is renamed", () => {
  expect(
    nodeOf(
      edited(blank, (draft) => renameNode(draft, "n2", "Hello")),
      "n2",
    ).name,
  ).toBe("Hello");
  expect(() => edited(blank, (draft) => renameNode(draft, "n9", "Hello"))).toThrow("n9 is a node of the flow");
});

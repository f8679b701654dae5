import { describe, expect, test } from "vitest";
import { openDocument } from "../document/open-document.ts";
import { type Row, rowBeside, rowsOf, type Way } from "./rows.ts";

const node = (id: string, type: string, config: object = {}) => ({ id, type, config });

const flow = openDocument({
  format: "parley.flow/1",
  id: "small",
  name: "Small",
  nodes: [
    node("n9", "end", { result: "success" }),
    node("n4", "delay", { seconds: 1 }),
    node("n3", "delay", { seconds: 1 }),
    node("n2", "start", { trigger: { type: "whatsapp", event: "whatsapp.mo" } }),
    node("n5", "delay", { seconds: 1 }),
  ],
  edges: [
    { id: "e1", source: "n2", outcome: "onBegin", target: "n3" },
    { id: "e2", source: "n3", outcome: "onTimeout", target: "n4" },
    { id: "e3", source: "n4", outcome: "onTimeout", target: "n9" },
    { id: "e4", source: "n4", outcome: "onError", target: "n3" },
  ],
});

const written = ({ nodeId, outcome }: Row) => (outcome === undefined ? nodeId : `${nodeId} ${outcome}`);

const beside = (row: Row, way: Way, cameFrom?: Row) => {
  const next = rowBeside(flow, row, way, cameFrom);
  return next && written(next);
};

test("It is true that rows follow the flow from its Start, each node with its outcomes, and what cannot be reached comes last", () => {
  expect(rowsOf(flow).map(written)).toEqual([
    "n2",
    "n2 onBegin",
    "n3",
    "n3 onTimeout",
    "n3 onError",
    "n4",
    "n4 onTimeout",
    "n4 onError",
    "n9",
    "n5",
    "n5 onTimeout",
    "n5 onError",
  ]);
});

describe("It is true that the arrow keys", () => {
  test("go up and down over all rows, and no further than the first and the last", () => {
    expect(beside({ nodeId: "n3" }, "down")).toBe("n3 onTimeout");
    expect(beside({ nodeId: "n3" }, "up")).toBe("n2 onBegin");
    expect(beside({ nodeId: "n2" }, "up")).toBeUndefined();
    expect(beside({ nodeId: "n5", outcome: "onError" }, "down")).toBeUndefined();
    expect([beside({ nodeId: "n4" }, "first"), beside({ nodeId: "n4" }, "last")]).toEqual(["n2", "n5 onError"]);
  });

  test("go right to the first outcome, and from an outcome on to where it leads", () => {
    expect(beside({ nodeId: "n3" }, "right")).toBe("n3 onTimeout");
    expect(beside({ nodeId: "n4", outcome: "onError" }, "right")).toBe("n3");
    expect(beside({ nodeId: "n5", outcome: "onError" }, "right")).toBeUndefined();
    expect(beside({ nodeId: "n9" }, "right")).toBeUndefined();
  });

  test("go left from an outcome to its node, and from a node to the outcome one came by", () => {
    expect(beside({ nodeId: "n3", outcome: "onError" }, "left")).toBe("n3");
    expect(beside({ nodeId: "n3" }, "left")).toBe("n2 onBegin");
    expect(beside({ nodeId: "n3" }, "left", { nodeId: "n4", outcome: "onError" })).toBe("n4 onError");
    expect(beside({ nodeId: "n3" }, "left", { nodeId: "n5", outcome: "onError" })).toBe("n2 onBegin");
    expect(beside({ nodeId: "n2" }, "left")).toBeUndefined();
  });
});

import { expect, test } from "vitest";
import { exampleDocument } from "./canvas.test-support.ts";
import { flowOrder, step } from "./walk.ts";

const document = exampleDocument();

test("forward follows the first outcome that has an edge, and remembers where it came from", () => {
  expect(step(document, { nodeId: "n2" }, "forward")).toEqual({ nodeId: "n3", from: "n2" });
  expect(step(document, { nodeId: "n4" }, "forward")).toEqual({ nodeId: "n5", from: "n4" });
  expect(step(document, { nodeId: "n5" }, "forward")).toBeUndefined();
});

test("back goes to where one came from, and to the first that leads here when one came from nowhere", () => {
  expect(step(document, { nodeId: "n3", from: "n4" }, "back")).toEqual({ nodeId: "n4" });
  expect(step(document, { nodeId: "n3" }, "back")).toEqual({ nodeId: "n2" });
  expect(step(document, { nodeId: "n3", from: "n5" }, "back")).toEqual({ nodeId: "n2" });
  expect(step(document, { nodeId: "n2" }, "back")).toBeUndefined();
});

test("next and previous go through what the same node leads to, in the order of its outcomes", () => {
  expect(step(document, { nodeId: "n5", from: "n4" }, "next")).toEqual({ nodeId: "n6", from: "n4" });
  expect(step(document, { nodeId: "n6", from: "n4" }, "next")).toEqual({ nodeId: "n3", from: "n4" });
  expect(step(document, { nodeId: "n6", from: "n4" }, "previous")).toEqual({ nodeId: "n5", from: "n4" });
  expect(step(document, { nodeId: "n5", from: "n4" }, "previous")).toBeUndefined();
});

test("the order begins at Start, goes along the outcomes in depth, ends with what cannot be reached, and names each node once", () => {
  expect(flowOrder(document)).toEqual(["n2", "n3", "n4", "n5", "n6", "n7"]);
});

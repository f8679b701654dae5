import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { DocumentNode, FlowDocument } from "../../document/flow-document.ts";
import { newDocument, openDocument } from "../../document/open-document.ts";
import { behavesLike, flowOf } from "./flow-of.ts";

const path = new URL("../../../../../examples/order-status.flow.json", import.meta.url);
const example = openDocument(JSON.parse(readFileSync(path, "utf8")));

function withFirst(change: Partial<DocumentNode>): FlowDocument {
  return { ...example, nodes: example.nodes.map((node, index) => (index === 0 ? { ...node, ...change } : node)) };
}

describe("It is true of a document that", () => {
  test("it is a flow once it has no errors", () => {
    expect(flowOf(example)).toMatchObject({ ok: true, flow: { id: "order-status" } });
  });

  test("one that is not read, or leads nowhere, says where", () => {
    const wrong = flowOf(withFirst({ config: {} }));
    expect(wrong.ok ? [] : wrong.issues.map(({ nodeId }) => nodeId)).toContain("n2");
    const unfinished = flowOf(newDocument({ id: "new", name: "New" }));
    expect(unfinished.ok ? [] : unfinished.issues.map(({ nodeId, severity }) => [nodeId, severity])).toContainEqual([
      "n2",
      "error",
    ]);
  });

  test("warnings do not keep it from running", () => {
    const edges = example.edges.filter(({ outcome }) => outcome !== "onDeliveryReportFail");
    const settings = { ...example.settings, outcomeDefaults: {} };
    expect(flowOf({ ...example, edges, settings }).ok).toBe(true);
  });

  test("it behaves as before while nodes are moved and notes are written", () => {
    expect(behavesLike(example, withFirst({ position: { x: 1, y: 2 }, note: "Look here." }))).toBe(true);
    expect(behavesLike(example, { ...example, notes: [], description: "Other" })).toBe(true);
  });

  test.each<[string, FlowDocument]>([
    ["a config", withFirst({ config: { ...example.nodes[0]?.config } })],
    ["a name", withFirst({ name: "Other" })],
    ["actions", withFirst({ onLeave: [{ type: "log", value: "Hello" } as never] })],
    ["a node less", { ...example, nodes: example.nodes.slice(1) }],
    ["a node more", { ...example, nodes: [...example.nodes, ...example.nodes.slice(-1)] }],
    ["an edge less", { ...example, edges: example.edges.slice(1) }],
    ["variables", { ...example, variables: [] }],
    ["settings", { ...example, settings: { ...example.settings } }],
  ])("it may behave differently with %s changed", (_, changed) => {
    expect(behavesLike(example, changed)).toBe(false);
  });
});

import { describe, expect, test } from "vitest";
import { drawn, orderStatusDocument } from "./document.test-support.ts";
import type { FlowDocument } from "./flow-document.ts";
import { openDocument } from "./open-document.ts";
import { variablesInScope } from "./scope.ts";

/** The nodes whose outputs are there, those that are certain with an `!`. */
function nodesInScope(document: FlowDocument, nodeId: string, isLeaving = false): string[] {
  const found = variablesInScope(document, nodeId, { isLeaving });
  return [
    ...new Set(found.flatMap(({ nodeId: id, isCertain }) => (id === undefined ? [] : `${id}${isCertain ? "!" : ""}`))),
  ].toSorted();
}

const ids = ["n3", "n4", "n5", "n6", "n7"];
const delays = ids.map((id) => ({ id, type: "delay" as const, name: id === "n4" ? "Wait" : "" }));
/** From n3 by n4 or n5 to n6, and back from n6 to n3. n7 is on no way. */
const diamond = drawn(delays, [
  "n2 onBegin n3",
  "n3 onTimeout n4",
  "n3 onError n5",
  "n4 onTimeout n6",
  "n5 onTimeout n6",
  "n6 onError n3",
  "n7 onTimeout n6",
]);

describe("what is in scope at a node", () => {
  test("is what the nodes that can come before it put out; certain is what every way sets", () => {
    expect(nodesInScope(diamond, "n2")).toEqual([]);
    expect(nodesInScope(diamond, "n3")).toEqual(["n2!", "n3", "n4", "n5", "n6", "n7"]);
    expect(nodesInScope(diamond, "n4")).toEqual(["n2!", "n3!", "n4", "n5", "n6", "n7"]);
    expect(nodesInScope(diamond, "n6")).toEqual(["n2!", "n3!", "n4", "n5", "n6", "n7"]);
  });

  test("is uncertain at a node that no way leads to", () => {
    expect(nodesInScope(diamond, "n7")).toEqual([]);
    expect(nodesInScope(drawn(delays, ["n3 onTimeout n4"]), "n4")).toEqual(["n3"]);
  });

  test("has the node's own outputs as it is left", () => {
    expect(nodesInScope(diamond, "n2", true)).toEqual(["n2!"]);
    expect(nodesInScope(diamond, "n6", true)).toContain("n6!");
  });

  test("counts fallbacks, defaults and the edges of unknown types as ways", () => {
    const settings = { outcomeDefaults: { onError: { target: "n4" } }, maxNodeExecutions: 5 };
    const byDefault = drawn(delays, ["n2 onBegin n3"], { settings });
    expect(nodesInScope(byDefault, "n4")).toEqual(["n2!", "n3!", "n4", "n5", "n6", "n7"]);
    const unknown = openDocument({
      ...diamond,
      nodes: diamond.nodes.map((node) => (node.id === "n3" ? { ...node, type: "fax" } : node)),
      edges: [
        { id: "e1", source: "n2", outcome: "onBegin", target: "n3" },
        { id: "e2", source: "n3", outcome: "onJam", target: "n4" },
      ],
    });
    expect(nodesInScope(unknown, "n4")).toEqual(["n2!"]);
  });

  test("says how each is written and where it is set", () => {
    const document = { ...diamond, variables: [{ name: "order", description: "", default: "" }] };
    const found = variablesInScope(document, "n6");
    expect(found[0]).toEqual({ expression: "$(order)", from: "flow", isCertain: true });
    expect(found).toContainEqual({ expression: "$(n4.delay.waitTime)", from: "Wait", nodeId: "n4", isCertain: false });
    expect(found).toContainEqual({ expression: "$(n3.delay.waitTime)", from: "n3", nodeId: "n3", isCertain: true });
    expect(found.filter(({ from }) => from === "latest")).toContainEqual({
      expression: "$(delay.waitTime)",
      from: "latest",
      isCertain: true,
    });
    expect(found).toContainEqual(expect.objectContaining({ expression: "$(n2.receive.payload)" }));
  });

  test("has the nearest nodes first, and every expression once", () => {
    const found = variablesInScope(orderStatusDocument(), "n5");
    const order = [...new Set(found.flatMap(({ nodeId }) => nodeId ?? []))];
    expect(order.indexOf("n4")).toBeLessThan(order.indexOf("n2"));
    expect(new Set(found.map(({ expression }) => expression)).size).toBe(found.length);
  });
});

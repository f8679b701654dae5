import { nodeDefinitions, type NodeType } from "@parley/flow";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawn, nodeOf, orderStatusDocument } from "./document.test-support.ts";
import type { DocumentNode } from "./flow-document.ts";
import {
  canConnect,
  defaultOutcome,
  edgeById,
  edgesFrom,
  edgesInto,
  nodeById,
  outcomesOfNode,
  targetOf,
} from "./outcomes.ts";

const types = Object.keys(nodeDefinitions) as NodeType[];

function names(node: DocumentNode): string[] {
  return outcomesOfNode(node).map(({ name }) => name);
}

function branchNode(branches: unknown): DocumentNode {
  return { ...nodeOf(drawn([{ id: "n3", type: "branch" }]), "n3"), config: { branches } as DocumentNode["config"] };
}

describe("the outcomes of a node", () => {
  test("are those that its definition names, in that order", () => {
    const document = orderStatusDocument();
    expect(names(nodeOf(document, "n5"))).toEqual(["track", "agent", "noneOfTheAbove", "onError"]);
    expect(names(nodeOf(document, "n2"))).toEqual(["onBegin"]);
  });

  test("have names of their own while branches share one, or have none", () => {
    const branches = ["vip", "vip", "", "onError", "vip"].map((name) => ({ name, rows: [] }));
    expect(names(branchNode(branches))).toEqual([
      "vip",
      "vip (2)",
      " (1)",
      "onError",
      "vip (3)",
      "noneOfTheAbove",
      "onError (2)",
    ]);
  });

  test("are those of a new node while the config cannot be read", () => {
    for (const broken of [null, "x", [null], [{}]]) {
      expect(names(branchNode(broken))).toEqual(["Branch 1", "noneOfTheAbove", "onError"]);
    }
  });

  test("are none for a type that is not known", () => {
    expect(names({ ...branchNode([]), type: "fax" })).toEqual([]);
    expect(defaultOutcome({ ...branchNode([]), type: "toString" })).toBeUndefined();
  });

  test("never throw, and always have names of their own, whatever the config", () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.jsonValue(), fc.jsonValue(), (type, one, two) => {
        const config = { branches: one, events: [one, two], waitFor: two } as DocumentNode["config"];
        const found = names({ ...branchNode([]), type, config });
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((name) => typeof name === "string" && name !== "")).toBe(true);
      }),
    );
  });

  test("are the same object as long as the node is", () => {
    const node = nodeOf(orderStatusDocument(), "n5");
    expect(outcomesOfNode(node)).toBe(outcomesOfNode(node));
    expect(outcomesOfNode({ ...node })).not.toBe(outcomesOfNode(node));
  });

  test("begin with the way on", () => {
    const first = (type: NodeType) =>
      defaultOutcome(nodeOf(drawn(type === "start" ? [] : [{ id: "n3", type }]), type === "start" ? "n2" : "n3"));
    expect(types.map((type) => [type, first(type)])).toEqual([
      ["start", "onBegin"],
      ["receive", "whatsapp.mo"],
      ["whatsapp", "onSuccess"],
      ["wait-for", "onDeliveryReportSuccess"],
      ["branch", "Branch 1"],
      ["delay", "onTimeout"],
      ["business-hours", "onSuccess"],
      ["split", "A"],
      ["evaluate", "onSuccess"],
      ["http-request", "onSuccess"],
      ["data-parser", "onSuccess"],
      ["profile", "onSuccess"],
      ["generate-otp", "onSuccess"],
      ["validate-otp", "onSuccess"],
      ["end", undefined],
    ]);
  });
});

describe("where an outcome leads", () => {
  const send = {
    id: "n3",
    type: "whatsapp",
    config: { message: { type: "text", body: "Hi" }, waitFor: "read" },
  } as const;
  const ends = ["n4", "n5"].map((id) => ({ id, type: "end" as const }));
  const outcomeDefaults = { onTimeout: { target: "n5" }, onError: { target: "n5" } };
  const rest = { settings: { outcomeDefaults, maxNodeExecutions: 1000 } };

  test("is its own edge before all else", () => {
    const document = drawn([send, ...ends], ["n3 onTimeout n4", "n3 onDeliveryReportFail n5"], rest);
    expect(targetOf(document, "n3", "onTimeout")).toEqual({ type: "edge", edge: document.edges[0] });
  });

  test("is the edge of its fallback before the flow's default", () => {
    const document = drawn([send, ...ends], ["n3 onDeliveryReportFail n4"], rest);
    expect(targetOf(document, "n3", "onTimeout")).toEqual({ type: "fallback", target: "n4" });
  });

  test("is the flow's default, else nowhere", () => {
    const document = drawn([send, ...ends], [], rest);
    expect(targetOf(document, "n3", "onTimeout")).toEqual({ type: "default", target: "n5" });
    expect(targetOf(document, "n3", "onRead")).toBeUndefined();
    expect(targetOf(document, "n3", "toString")).toBeUndefined();
    expect(targetOf(document, "n99", "onRead")).toBeUndefined();
  });
});

describe("looking up", () => {
  const document = drawn(
    [
      { id: "n3", type: "receive" },
      { id: "n4", type: "end" },
    ],
    ["n2 onBegin n3", "n3 whatsapp.mo n4", "n3 onTimeout n4"],
  );

  test("finds nodes and edges by their ids", () => {
    expect(nodeById(document, "n3")?.type).toBe("receive");
    expect(nodeById(document, "n9")).toBeUndefined();
    expect(edgeById(document, "e2")?.outcome).toBe("whatsapp.mo");
    expect(edgeById(document, "e9")).toBeUndefined();
  });

  test("finds the edges into a node and from it", () => {
    expect(edgesInto(document, "n4").map(({ id }) => id)).toEqual(["e2", "e3"]);
    expect(edgesFrom(document, "n3").map(({ id }) => id)).toEqual(["e2", "e3"]);
    expect([...edgesInto(document, "n2"), ...edgesFrom(document, "n4")]).toEqual([]);
  });

  test("takes the last edge of an outcome that has two, as the engine does", () => {
    const twice = drawn(
      [
        { id: "n3", type: "end" },
        { id: "n4", type: "end" },
      ],
      ["n2 onBegin n3", "n2 onBegin n4"],
    );
    expect(targetOf(twice, "n2", "onBegin")).toEqual({ type: "edge", edge: twice.edges[1] });
  });

  test("knows which edges may be made", () => {
    const may = (source: string, outcome: string, target: string) => canConnect(document, { source, outcome, target });
    expect(may("n2", "onBegin", "n4")).toBe(true);
    expect(may("n3", "onTimeout", "n3")).toBe(true);
    expect([
      may("n3", "onError", "n2"),
      may("n3", "nonsense", "n4"),
      may("n3", "onError", "n9"),
      may("n9", "onError", "n4"),
    ]).toEqual([false, false, false, false]);
  });
});

import { describe, expect, test } from "vitest";
import { check, end, send } from "../check-flow.test-support.ts";
import { start } from "../flow.test-support.ts";

describe("an edge (bad-edge)", () => {
  const sound = ["n2 onBegin n4", "n4 onSuccess n3"];
  const withEdge = (edge: string): string[] =>
    check({ nodes: [start, end, send], edges: [...sound, edge] }).filter((issue) => issue.includes("bad-edge"));

  test("begins at a node of the flow", () => {
    expect(withEdge("n9 onSuccess n3")).toEqual([
      "error bad-edge n9 onSuccess: Edge e3 begins at n9, which is not a node of the flow.",
    ]);
  });

  test("leaves by an outcome that its node has", () => {
    expect(withEdge("n4 onRead n3")).toEqual([
      "error bad-edge n4 onRead: Edge e3 leaves n4 by onRead, which it does not have. Its outcomes: onSuccess, onPolicyFail, onError.",
    ]);
    expect(withEdge("n3 onSuccess n4")).toEqual([
      "error bad-edge n3 onSuccess: Edge e3 leaves n3 by onSuccess, which it does not have. Its outcomes: none.",
    ]);
  });

  test("is the only one for its outcome", () => {
    expect(withEdge("n4 onSuccess n4")).toEqual([
      "error bad-edge n4 onSuccess: n4 has two edges for onSuccess; keep one.",
    ]);
  });

  test("leads to a node of the flow", () => {
    expect(withEdge("n4 onError n9")).toEqual([
      "error bad-edge n4 onError: Edge e3 leads to n9, which is not a node of the flow.",
    ]);
  });

  test("does not lead to Start", () => {
    expect(withEdge("n4 onError n2")).toEqual([
      "error bad-edge n4 onError: Edge e3 leads to n2, the Start; a conversation cannot begin twice.",
    ]);
  });

  test("is told of everything wrong with it", () => {
    expect(withEdge("n4 onRead n9")).toHaveLength(2);
  });
});

describe("a default of the flow (bad-default)", () => {
  test("leads to a node of the flow that is not Start", () => {
    const outcomeDefaults = { onError: { target: "n9" }, "whatsapp.mo": { target: "n2" }, onTimeout: { target: "n3" } };
    expect(check({ settings: { outcomeDefaults } })).toEqual([
      "error bad-default - settings.outcomeDefaults.onError: The default of onError leads to n9, which is not a node of the flow.",
      'error bad-default - settings.outcomeDefaults["whatsapp.mo"]: The default of whatsapp.mo leads to n2, the Start; a conversation cannot begin twice.',
    ]);
  });
});

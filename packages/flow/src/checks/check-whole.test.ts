import { describe, expect, test } from "vitest";
import { checkFlow } from "../check-flow.ts";
import { check, end, send } from "../check-flow.test-support.ts";
import { type DrawnFlow, makeFlow, start } from "../flow.test-support.ts";

describe("the whole", () => {
  test("has exactly one Start (one-start)", () => {
    expect(check({ nodes: [end] })).toEqual([
      "error one-start - -: The flow has 0 Start nodes; it must have exactly one.",
    ]);
    const two = { nodes: [start, { ...start, id: "n5" }, end], edges: ["n2 onBegin n3", "n5 onBegin n3"] };
    expect(check(two)).toEqual(["error one-start n5 -: The flow has 2 Start nodes; it must have exactly one."]);
  });

  test("uses no id twice (duplicate-id)", () => {
    expect(check({ nodes: [start, end, end, end], edges: ["n2 onBegin n3"] })).toEqual([
      "error duplicate-id n3 -: Two nodes have the id n3; change one.",
    ]);
    const flow = makeFlow({ nodes: [start, end, send], edges: ["n2 onBegin n4", "n4 onSuccess n3", "n4 onError n3"] });
    const edges = flow.edges.map((edge) => ({ ...edge, id: "same" }));
    expect(checkFlow({ ...flow, edges })).toContainEqual({
      severity: "error",
      code: "duplicate-id",
      field: "edges",
      message: "Two edges have the id same; change one.",
    });
  });

  test("uses no variable's name twice (duplicate-variable)", () => {
    expect(check({ variables: [{ name: "answer" }, { name: "answer" }, { name: "other" }] })).toEqual([
      "error duplicate-variable - variables: Two variables have the name answer; rename one.",
    ]);
  });

  test("warns of more nodes than people can follow (many-nodes)", () => {
    const chain = (count: number): DrawnFlow => {
      const ids = Array.from({ length: count - 2 }, (_, index) => `n${index + 4}`);
      const sends = ids.map((id) => ({ ...send, id }));
      const edges = ids.map((id, index) => `${id} onSuccess ${ids[index + 1] ?? "n3"}`);
      return {
        nodes: [start, end, ...sends],
        edges: ["n2 onBegin n4", ...edges],
        settings: { outcomeDefaults: { onError: { target: "n3" }, onPolicyFail: { target: "n3" } } },
      };
    };
    expect(check(chain(500))).toEqual([]);
    expect(check(chain(501))).toEqual([
      "warning many-nodes - -: The flow has 501 nodes; above 500 it is hard to read.",
    ]);
  });
});

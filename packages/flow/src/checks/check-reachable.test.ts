import { describe, expect, test } from "vitest";
import { check, checkNode, end, send } from "../check-flow.test-support.ts";
import { start } from "../flow.test-support.ts";

describe("a node to which no way leads (unreachable)", () => {
  test("is warned of", () => {
    expect(check({ nodes: [start, end, { id: "n4", type: "end", config: {} }], edges: ["n2 onBegin n3"] })).toEqual([
      "warning unreachable n4 -: No way leads from Start to n4; it would never run.",
    ]);
  });

  test("is one that only a default leads to which no reachable node needs", () => {
    const settings = { outcomeDefaults: { onError: { target: "n4" } } };
    const drawn = {
      nodes: [start, end, { id: "n4", type: "end" as const, config: {} }],
      edges: ["n2 onBegin n3"],
      settings,
    };
    expect(check(drawn)).toHaveLength(1);
    expect(checkNode(send, ["onSuccess"])).toEqual([]);
  });

  test("may stand in a circle of its own", () => {
    const other = { ...send, id: "n5" };
    const issues = checkNode(send, ["onSuccess"], {
      nodes: [start, end, send, other, { ...send, id: "n6" }],
      edges: ["n2 onBegin n4", "n4 onSuccess n3", "n5 onSuccess n6", "n6 onSuccess n5"],
    });
    expect(issues.map((issue) => issue.split(" ").slice(0, 3).join(" "))).toEqual([
      "warning unreachable n5",
      "warning unreachable n6",
    ]);
  });
});

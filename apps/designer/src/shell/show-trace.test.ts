import { describe, expect, it } from "vitest";
import { waysOf } from "./show-trace.ts";

describe("It is true that of what a turn noted", () => {
  it("the ways that were taken are shown, in order, and nothing else", () => {
    const entries = [
      { type: "node-entered", nodeId: "n2", outcome: "onBegin" },
      { type: "node-left", nodeId: "n2", outcome: "onBegin", target: "n3" },
      { type: "failed", nodeId: "n3", reason: "The field is missing." },
      { type: "node-left", nodeId: "n3", outcome: "onError" },
      { type: "node-left", nodeId: 3 },
      null,
    ];
    expect(waysOf(entries, 7)).toEqual([
      { nodeId: "n2", outcome: "onBegin", at: 7 },
      { nodeId: "n3", outcome: "onError", at: 7 },
    ]);
  });
});

import { expect, test } from "vitest";
import { pulsesAtOnce } from "./limits.ts";
import { takenOf } from "./pulses.ts";

const way = (nodeId: string) => ({ nodeId, outcome: "onSuccess", at: 0 });
const traceOf = (...nodeIds: string[]) => ({ currentNodeIds: new Set<string>(), taken: nodeIds.map(way) });

test("a way that was taken is counted, so that the same way taken again pulses anew", () => {
  expect(takenOf(traceOf("n3"), "n3", "onSuccess")).toEqual({ count: 1, isRecent: true });
  expect(takenOf(traceOf("n3", "n4", "n3"), "n3", "onSuccess")?.count).toBe(2);
  expect(takenOf(traceOf("n3"), "n3", "onError")).toBeUndefined();
});

test("of more ways than may pulse at once the last ones do, and the others stay marked", () => {
  const nodeIds = Array.from({ length: pulsesAtOnce + 2 }, (_, index) => `n${index}`);
  const recent = nodeIds.filter((id) => takenOf(traceOf(...nodeIds), id, "onSuccess")?.isRecent);
  expect(recent).toEqual(nodeIds.slice(2));
  expect(takenOf(traceOf(...nodeIds), "n0", "onSuccess")).toEqual({ count: 1, isRecent: false });
});

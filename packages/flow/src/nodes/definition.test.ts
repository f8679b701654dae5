import { parseInput } from "@parley/messaging";
import { expect, test } from "vitest";
import { z } from "zod";
import { flowLimits } from "../limits.ts";
import { nodeSchema } from "./definition.ts";

const schema = nodeSchema("test", z.strictObject({}));
const node = { id: "n3", type: "test", config: {} };

function problems(drawn: object): string[] {
  const parsed = parseInput(schema, { ...node, ...drawn });
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path.join(".")} ${message}`);
}

test("a node needs no more than id, type and config", () => {
  expect(problems({})).toEqual([]);
});

test.each<[object, string]>([
  [{ id: "3" }, "id must be n and a number, such as n3"],
  [{ name: "x".repeat(101) }, "name is 101 characters long; it must be at most 100"],
  [{ position: { x: 1e7, y: 0 } }, "position.x is 10000000; it must be at most 1000000"],
  [{ position: { x: 0 } }, "position.y is missing; it must be a number"],
  [{ onEnter: [{ type: "beep" }] }, 'onEnter.0.type is "beep"; it must be "set-variable" or "log"'],
])("%j is refused", (drawn, sentence) => {
  expect(problems(drawn)).toEqual([sentence]);
});

test("a node has at most 50 actions on its way in and out", () => {
  const actions = (count: number) => Array.from({ length: count }, () => ({ type: "log", value: "x" }));
  expect(problems({ onLeave: actions(flowLimits.actionsPerNode) })).toEqual([]);
  expect(problems({ onLeave: actions(flowLimits.actionsPerNode + 1) })).toEqual([
    "onLeave has 51 entries; it must have at most 50",
  ]);
});

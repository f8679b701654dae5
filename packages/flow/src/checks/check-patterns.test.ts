import type { JsonObject } from "@parley/messaging";
import { expect, test } from "vitest";
import { makeNode } from "../flow.test-support.ts";
import { flowLimits } from "../limits.ts";
import { checkPatterns } from "./check-patterns.ts";

const row = (value: string, operator = "regular-expression") => ({ variable: "$(receive.message)", operator, value });

/** What is found in a branch with one row for each pattern. */
const found = (...rows: readonly JsonObject[]) =>
  checkPatterns(makeNode("branch", { branches: [{ name: "a", rows }] }));

test("a pattern that is none is found with its place and the reason", () => {
  expect(found(row("ok"), row("("))).toEqual([
    {
      severity: "error",
      code: "bad-pattern",
      nodeId: expect.any(String),
      field: "config.branches[0].rows[1].value",
      message: expect.stringMatching(/^config\.branches\[0\]\.rows\[1\]\.value is not a regular expression: .+\.$/),
    },
  ]);
});

test("a pattern that an expression will make is not judged before", () => {
  expect(found(row("($(rest)"))).toEqual([]);
});

test("a pattern is judged as it will be used, with $( for $$(", () => {
  expect(found(row("^\\d$$(a)"))).toEqual([]);
  expect(found(row("^\\d$$(a"))).toHaveLength(1);
  expect(found(row(`${"a".repeat(flowLimits.patternLength - 4)}$$(b)`))).toEqual([]);
});

test("values of other operators are no patterns", () => {
  expect(found(row("(", "contains"))).toEqual([]);
});

test("patterns of a Receive and of a Start are looked at too", () => {
  const receive = makeNode("receive", { events: [{ type: "whatsapp.list" }, { type: "whatsapp.mo", pattern: "(" }] });
  expect(checkPatterns(receive)).toMatchObject([{ field: "config.events[1].pattern" }]);
  const trigger = { type: "whatsapp", event: "whatsapp.mo", conditions: [row("(")] };
  expect(checkPatterns(makeNode("start", { trigger }))).toMatchObject([
    { field: "config.trigger.conditions[0].value" },
  ]);
});

import { describe, expect, test } from "vitest";
import { expressionsIn, pathOf, standingsOf } from "./expression-standing.ts";

const order = { expression: "$(order)", from: "flow", isCertain: true };
const message = { expression: "$(n4.receive.message)", from: "Choice", nodeId: "n4", isCertain: false };
const payload = { expression: "$(n4.receive.payload)", from: "Choice", nodeId: "n4", isCertain: true };
const standing = standingsOf([order, message, payload]);

test("It is true that expressions are found with their places, and escapes are none", () => {
  expect(expressionsIn("a $(b) $$(c) $(my name) $(open")).toEqual([
    { text: "$(b)", from: 2 },
    { text: "$(my name)", from: 13 },
  ]);
});

test.each([
  ["$(a.b[0].c)", "a.b.0.c"],
  ["$(my name)", undefined],
  ["$(a)$(b)", undefined],
])("It is true that the path of %s is %s", (expression, path) => {
  expect(pathOf(expression)).toBe(path);
});

describe("It is true that", () => {
  test.each([
    ["$(order)", order],
    ["$(order.items[0].sku)", order],
    ["$(n4.receive.message)", message],
    ["$(n4.receive.payload)", payload],
    ["$(n4.receive.payload.text.body)", payload],
  ])("%s is known", (expression, variable) => {
    expect(standing(expression)).toEqual({ type: "known", variable });
  });

  test.each([["$(n4.receive)"], ["$(orders)"], ["$(n5.receive.message)"]])("%s is unknown", (expression) => {
    expect(standing(expression)).toEqual({ type: "unknown" });
  });

  test("what is no expression is literal text", () => {
    expect(standing("$(my name)")).toEqual({ type: "literal" });
  });
});

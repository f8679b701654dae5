import type { Json } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import {
  literalOf,
  malformedExpressions,
  parsePath,
  parseTemplate,
  pathsOf,
  readNested,
  renameRoots,
  resolveText,
  resolveValue,
  type Scope,
  textOf,
} from "./expression.ts";
import { flowLimits } from "./limits.ts";

const data = {
  name: "Ada",
  count: 3,
  price: 9.5,
  isMember: false,
  nothing: null,
  empty: "",
  order: { items: [{ sku: "A-1" }, { sku: "B-2" }], "ship-to": "Delft" },
};
const scope: Scope = (path) => readNested(data as Json, path);

function resolve(source: string): string {
  return resolveText(parseTemplate(source), scope).value;
}

describe("reading a path", () => {
  test.each([
    ["name", ["name"]],
    ["_x", ["_x"]],
    ["n5.send.gatewayTid", ["n5", "send", "gatewayTid"]],
    ["order.items[0].sku", ["order", "items", "0", "sku"]],
    ["order.items.0.sku", ["order", "items", "0", "sku"]],
    ["matrix[1][2]", ["matrix", "1", "2"]],
    ["order.ship-to", ["order", "ship-to"]],
  ])("takes %s apart", (source, path) => {
    expect(parsePath(source)).toEqual(path);
  });

  test.each(["", " name", "my name", "1st", "a.", ".a", "a..b", "a[", "a[x]", "a[-1]", "a[0]b", "é", "a.b c"])(
    "refuses %j",
    (source) => {
      expect(parsePath(source)).toBeUndefined();
    },
  );

  test("refuses more names than the limit", () => {
    const names = Array.from({ length: flowLimits.pathSegments }, () => "a").join(".");
    expect(parsePath(names)).toHaveLength(flowLimits.pathSegments);
    expect(parsePath(`${names}.a`)).toBeUndefined();
  });
});

describe("reading a template", () => {
  test("takes texts and paths apart in order", () => {
    expect(parseTemplate("Hi $(name), $(order.items[0].sku)!")).toEqual([
      "Hi ",
      { path: ["name"] },
      ", ",
      { path: ["order", "items", "0", "sku"] },
      "!",
    ]);
  });

  test("gives nothing for an empty text", () => {
    expect(parseTemplate("")).toEqual([]);
  });

  test("reads $$( as the characters $(", () => {
    expect(parseTemplate("write $$(name) for $(name)")).toEqual(["write $(name) for ", { path: ["name"] }]);
    expect(parseTemplate("$$$(name)")).toEqual(["$$(name)"]);
  });

  test("leaves what is no expression as it stands", () => {
    for (const source of ["$(my name)", "$()", "$(a", "$(a(b))", "$ (name)", "(name)", "100$"]) {
      expect(parseTemplate(source)).toEqual([source]);
    }
  });

  test("reads the expression that follows an unclosed one", () => {
    expect(parseTemplate("$(a $(name)")).toEqual(["$(a ", { path: ["name"] }]);
  });

  test("finds the paths it reads", () => {
    expect(pathsOf(parseTemplate("$(a) and $(b.c) and $(a)"))).toEqual([["a"], ["b", "c"], ["a"]]);
  });

  test("gives a text without expressions whole, and none for one with", () => {
    expect(literalOf(parseTemplate(""))).toBe("");
    expect(literalOf(parseTemplate("a $$(b)"))).toBe("a $(b)");
    expect(literalOf(parseTemplate("$(a)"))).toBeUndefined();
    expect(literalOf(parseTemplate("a $(b)"))).toBeUndefined();
  });
});

describe("what looks like an expression and is none", () => {
  test("is found, closed or not", () => {
    expect(malformedExpressions("Hi $(my name), $(name), $$(literal), $(order.items[x]) and $(open")).toEqual([
      "$(my name)",
      "$(order.items[x])",
      "$(open",
    ]);
  });

  test("is shown cut when it is long", () => {
    expect(malformedExpressions(`$(${" ".repeat(1_000)})`)).toEqual([`$(${" ".repeat(58)}`]);
    expect(malformedExpressions(`$(${"a".repeat(1_000)}`)).toEqual([`$(${"a".repeat(18)}`]);
  });
});

describe("resolving a template to text", () => {
  test.each([
    ["Hi $(name)!", "Hi Ada!"],
    ["$(count) at $(price)", "3 at 9.5"],
    ["$(isMember)", "false"],
    ["[$(nothing)$(empty)]", "[]"],
    ["$(order.items[1].sku)", "B-2"],
    ["$(order.items)", '[{"sku":"A-1"},{"sku":"B-2"}]'],
    ["$(order.ship-to)", "Delft"],
    ["$(NAME)", ""],
    ["$$(name)", "$(name)"],
  ])("makes %j into %j", (source, text) => {
    expect(resolve(source)).toBe(text);
  });

  test("names each variable that is missing, and takes it as empty", () => {
    const { value, missing } = resolveText(parseTemplate("[$(nobody)] [$(order.items[7].sku)] [$(name)]"), scope);
    expect(value).toBe("[] [] [Ada]");
    expect(missing).toEqual(["nobody", "order.items.7.sku"]);
  });

  test("writes values as it is told to, which knows the place of each among the expressions", () => {
    const template = parseTemplate("a $(count) b $(count)$(nothing)");
    const written = resolveText(template, scope, (value, index) => `<${index}:${JSON.stringify(value)}>`);
    expect(written.value).toMatch(/^a <0:(.+)> b <1:\1><2:null>$/);
  });

  test("does not count an empty value or null as missing", () => {
    expect(resolveText(parseTemplate("$(empty)$(nothing)"), scope).missing).toEqual([]);
  });

  test("cuts the text at the limit", () => {
    const long: Scope = () => "x".repeat(200_000);
    expect(resolveText(parseTemplate("$(a)$(a)$(a)"), long).value).toHaveLength(flowLimits.resolvedLength);
  });
});

describe("resolving a template to a value", () => {
  test("keeps the type of one expression alone", () => {
    expect(resolveValue(parseTemplate("$(count)"), scope)).toEqual({ value: 3, missing: [] });
    expect(resolveValue(parseTemplate("$(order.items)"), scope).value).toEqual([{ sku: "A-1" }, { sku: "B-2" }]);
    expect(resolveValue(parseTemplate("$(nothing)"), scope).value).toBe("");
  });

  test("makes text of anything more", () => {
    expect(resolveValue(parseTemplate("$(count) "), scope).value).toBe("3 ");
    expect(resolveValue(parseTemplate("three"), scope).value).toBe("three");
    expect(resolveValue(parseTemplate(""), scope).value).toBe("");
  });

  test("takes a missing variable as empty and names it", () => {
    expect(resolveValue(parseTemplate("$(nobody)"), scope)).toEqual({ value: "", missing: ["nobody"] });
  });
});

test("values become text as JavaScript prints them, objects as JSON, null as nothing", () => {
  expect(["a", 1, -0.5, true, null, [1, "b"], { a: null }].map(textOf)).toEqual([
    "a",
    "1",
    "-0.5",
    "true",
    "",
    '[1,"b"]',
    '{"a":null}',
  ]);
});

describe("following a path into a value", () => {
  test("gives the value itself for an empty path", () => {
    expect(readNested("x", [])).toBe("x");
    expect(readNested(undefined, [])).toBeUndefined();
  });

  test("reads nothing in texts, numbers and null", () => {
    for (const value of ["text", 3, true, null]) expect(readNested(value, ["length"])).toBeUndefined();
  });

  test("reads an array's length", () => {
    expect(readNested([1, 2], ["length"])).toBe(2);
  });
});

describe("renaming what expressions read", () => {
  const rename = (root: string): string => (root === "order" ? "basket" : root === "n3" ? "n7" : root);

  test.each([
    ["$(order)", "$(basket)"],
    ["a $(order.items[0].sku) b $(order)", "a $(basket.items[0].sku) b $(basket)"],
    ["$(n3.receive.message)", "$(n7.receive.message)"],
    ["$(orders) $(my.order) order $(n33.x)", "$(orders) $(my.order) order $(n33.x)"],
    ["$$(order) $(order", "$$(order) $(order"],
    ["$(order by) $( order)", "$(order by) $( order)"],
    ["", ""],
  ])("makes of %j %j", (source, renamed) => {
    expect(renameRoots(source, rename)).toBe(renamed);
  });
});

import type { DataFormat, TaskAnswer } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { parseData } from "./parse-data.ts";

function pick(format: DataFormat, text: string, ...paths: readonly string[]): TaskAnswer {
  const fields = paths.map((path, index) => ({ name: `f${index}`, path }));
  return parseData({ type: "parse-data", format, text, fields });
}

describe("It is true that fields are picked", () => {
  const order =
    '{"order":{"items":[{"sku":"a"},{"sku":"b"}],"first name":"Ada","a.b":1,"none":null},"__proto__":{"x":1}}';
  test.each<[string, unknown]>([
    ["order.items[1].sku", "b"],
    ["$.order.items[0]", { sku: "a" }],
    ["order.items", [{ sku: "a" }, { sku: "b" }]],
    ["order.items.length", 2],
    ["order.first name", "Ada"],
    ['order["a.b"]', 1],
    ["order.none", null],
    ["$", JSON.parse(order)],
  ])("of JSON by %s", (path, value) => {
    expect(pick("json", order, path)).toEqual({ type: "done", values: { f0: value } });
  });

  test.each([
    "order.missing",
    "order.items[2]",
    "order.toString",
    "constructor",
    "order.items.map",
    "order.none.x",
    "[0]",
  ])("and %s, which is not there or only inherited, is left out", (path) => {
    expect(pick("json", order, path)).toEqual({ type: "done", values: {} });
  });

  const xml =
    '<shop><price currency="EUR">5</price><item id="1">a</item><only><item>b</item></only><s:x xmlns:s="u">c</s:x></shop>';
  test.each<[string, unknown]>([
    ["shop.price", { "@currency": "EUR", "#text": "5" }],
    ["shop.price.#text", "5"],
    ["shop.price.@currency", "EUR"],
    ["shop.only.item", "b"],
    ["shop.only.item.#text", "b"],
    ["shop.only.item[0]", "b"],
    ["shop.item[0].@id", "1"],
    ["shop[0].only[0].item[0].#text", "b"],
    ["shop.s:x.#text", "c"],
  ])("of XML by %s", (path, value) => {
    expect(pick("xml", xml, path)).toEqual({ type: "done", values: { f0: value } });
  });

  test.each(["shop.item[1]", "shop.only.item[1]", "shop.price.@none", "shop.toString", "shop.only.item.@id"])(
    "and %s is not there",
    (path) => {
      expect(pick("xml", xml, path)).toEqual({ type: "done", values: {} });
    },
  );

  test("under any name, also one that objects inherit", () => {
    const fields = [{ name: "__proto__", path: "a" }];
    const answer = parseData({ type: "parse-data", format: "json", text: '{"a":{"x":1}}', fields });
    expect(answer.type === "done" && Object.keys(answer.values)).toEqual(["__proto__"]);
  });
});

describe("It is true that what cannot be picked from is told", () => {
  test("where it is no data", () => {
    expect(pick("json", "nothing", "a")).toMatchObject({ type: "failed", reason: expect.stringContaining("no JSON") });
    expect(pick("xml", "nothing", "a")).toMatchObject({ type: "failed", reason: expect.stringContaining("no XML") });
  });

  test("where one large piece is picked many times", () => {
    const text = JSON.stringify({ a: "x".repeat(300_000) });
    expect(pick("json", text, "a", "a", "a")).toMatchObject({ type: "done" });
    expect(pick("json", text, "a", "a", "a", "a")).toEqual({
      type: "failed",
      reason: "The fields that are picked are longer than 1,048,576 characters as JSON.",
    });
  });
});

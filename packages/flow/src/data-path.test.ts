import { describe, expect, test } from "vitest";
import { parseDataPath, writeDataPath } from "./data-path.ts";

describe("It is true that a place in data is read", () => {
  test.each([
    ["order.items[0].sku", ["order", "items", "0", "sku"]],
    ["$.order.items[0]", ["order", "items", "0"]],
    ["$[0].sku", ["0", "sku"]],
    ["[0]", ["0"]],
    ["items.0", ["items", "0"]],
    ["  order.id ", ["order", "id"]],
    ["$", []],
    ["$id", ["$id"]],
    ["$.$id", ["$id"]],
    ["price.@currency", ["price", "@currency"]],
    ["price.#text", ["price", "#text"]],
    ["soap:Envelope.soap:Body", ["soap:Envelope", "soap:Body"]],
    ["content-type", ["content-type"]],
    ["Größe.größte", ["Größe", "größte"]],
    ["customer.first name", ["customer", "first name"]],
    ['customer["first.name"]', ["customer", "first.name"]],
    ["customer['first.name'].given", ["customer", "first.name", "given"]],
    ['["a"]["b"]', ["a", "b"]],
    ['["say \\"yes\\""]', ['say "yes"']],
    ['["a\\\\b"]', ["a\\b"]],
    ['[""]', [""]],
    ['["a\nb"]', ["a\nb"]],
  ])("%j", (source, path) => expect(parseDataPath(source)).toEqual(path));
});

describe("It is true that what names no single place is refused", () => {
  test.each([
    "",
    " ",
    ".",
    "a.",
    ".a.",
    "a..b",
    "$..b",
    "$.",
    "a[",
    "a[]",
    "a[x]",
    "a[-1]",
    "a[0:2]",
    "a[*]",
    "a.*",
    "a[?(@.b)]",
    'a["b]',
    'a["b',
    "a]b",
    'a"b',
    "a[0]b",
    "a[12345678901]",
    "a. b",
    "a .b",
    Array.from({ length: 21 }, () => "a").join("."),
  ])("%j", (source) => expect(parseDataPath(source)).toBeUndefined());
});

test("It is true that a place is written as people write it", () => {
  expect(writeDataPath(["order", "items", "0", "sku"])).toBe("order.items[0].sku");
  expect(writeDataPath(["0", "a b", "@id", "#text"])).toBe("[0].a b.@id.#text");
  expect(writeDataPath(["a.b", "$x", "007", ""])).toBe('["a.b"]["$x"].007[""]');
  expect(writeDataPath([])).toBe("$");
});

test("It is true that reading a long place takes no longer than its length", () => {
  const started = performance.now();
  expect(parseDataPath(`a${" ".repeat(100_000)}.`)).toBeUndefined();
  expect(parseDataPath(`["${"\\".repeat(100_000)}`)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(1_000);
});

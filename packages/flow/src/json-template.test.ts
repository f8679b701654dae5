import type { Json } from "@parley/messaging";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTemplate, resolveText } from "./expression.ts";
import { areQuoted, isJson, writeInJson } from "./json-template.ts";

function written(source: string, value: Json): string {
  const template = parseTemplate(source);
  const quoted = areQuoted(template);
  return resolveText(
    template,
    () => value,
    (part, index) => writeInJson(part, quoted[index] === true),
  ).value;
}

describe("a value within quotation marks", () => {
  test.each<[Json, Json]>([
    ['She said "no"\n\\', 'She said "no"\n\\'],
    [7, "7"],
    [true, "true"],
    [{ a: ['"'] }, '{"a":["\\""]}'],
    ["", ""],
  ])("%j is the text %j", (value, text) => {
    expect(JSON.parse(written('{"a":"\\"$(x)\\\\"}', value))).toEqual({ a: `"${text as string}\\` });
  });
});

describe("a value elsewhere", () => {
  test.each<[Json, Json]>([
    ["Ada", "Ada"],
    ["5", 5],
    ["true", true],
    ['{"a":1}', { a: 1 }],
    ['{"a":1', '{"a":1'],
    ["", ""],
    [["a"], ["a"]],
    [null, null],
    [2.5, 2.5],
  ])("%j is %j", (value, data) => {
    expect(JSON.parse(written('{"a":$(x),"b":"c"}', value))).toEqual({ a: data, b: "c" });
  });
});

test("It is true of any value that it cannot break out of its place", () => {
  const value = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', "\\", "{", "}", ",", ":", "1") }),
    fc.jsonValue(),
  );
  const property = fc.property(value as fc.Arbitrary<Json>, (drawn) => {
    const data = JSON.parse(written('{"$(x)k":[$(x),"$(x)"],"z":$(x)}', drawn)) as { z: Json; [key: string]: Json };
    const [list, ...others] = Object.entries(data).filter(([name]) => name !== "z");
    expect(others).toEqual([]);
    expect(list?.[0].endsWith("k")).toBe(true);
    expect(list?.[1]).toHaveLength(2);
  });
  fc.assert(property);
});

test("a text is JSON or it is not", () => {
  expect(["1", '"a"', "{}", "", "a", "{"].map(isJson)).toEqual([true, true, true, false, false, false]);
});

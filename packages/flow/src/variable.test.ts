import { parseInput } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { flowLimits } from "./limits.ts";
import {
  isShallow,
  jsonSchema,
  outputGroups,
  reservedNames,
  variableNameProblem,
  variableNameSchema,
  variableSchema,
} from "./variable.ts";

function nameProblems(name: unknown): string[] {
  const parsed = parseInput(variableNameSchema, name);
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
}

describe("the name of a variable", () => {
  test.each(["orderNumber", "order_2", "_private", "n", "n2x", "N2", "toString", "Message"])("may be %s", (name) => {
    expect(nameProblems(name)).toEqual([]);
  });

  test.each(["", "2nd", "my name", "a-b", "a.b", "größe", "$(a)", "a".repeat(101)])("may not be %j", (name) => {
    expect(nameProblems(name)).toEqual([
      "must be letters, digits and _, begin with a letter or _, and have at most 100 characters",
    ]);
  });

  test.each(["n2", "n15", "n0"])("may not look like the id of a node, as %s does", (name) => {
    expect(nameProblems(name)).toEqual(["looks like the id of a node; choose another name"]);
  });

  test("may not be a reserved one", () => {
    expect(reservedNames.size).toBeGreaterThan(40);
    for (const name of reservedNames) {
      expect(nameProblems(name)).toEqual(["is a reserved name; choose another, such as one with my_ before it"]);
    }
  });

  test("may be a reserved one with my_ before it", () => {
    for (const name of reservedNames) expect(nameProblems(`my_${name}`)).toEqual([]);
  });

  test("may not be that of an output group, of a session variable or of the prototype", () => {
    for (const name of [...outputGroups, "ts", "callbackdata", "destinationType", "__proto__", "constructor"]) {
      expect(reservedNames.has(name)).toBe(true);
    }
  });
});

describe("a variable", () => {
  test("begins empty and undescribed unless it says otherwise", () => {
    expect(variableSchema.parse({ name: "a" })).toEqual({ name: "a", description: "", default: "" });
  });

  test.each([["text"], [3], [false], [null], [[1, [2]]], [{ a: { b: [] } }]])("may begin as %j", (value) => {
    expect(variableSchema.parse({ name: "a", default: value }).default).toEqual(value);
  });

  test("may not have fields that are unknown", () => {
    expect(variableSchema.safeParse({ name: "a", value: 1 }).success).toBe(false);
  });
});

describe("a JSON value", () => {
  function nested(depth: number): unknown {
    let value: unknown = "leaf";
    for (let level = 0; level < depth; level++) value = [value];
    return value;
  }

  test("may be nested as deep as the limit and no deeper", () => {
    expect(parseInput(jsonSchema, nested(flowLimits.jsonDepth)).ok).toBe(true);
    expect(parseInput(jsonSchema, nested(flowLimits.jsonDepth + 1))).toEqual({
      ok: false,
      problems: [{ path: [], message: "is nested too deep; at most 100 levels are allowed" }],
    });
  });

  test("nested without end is refused and breaks nothing", () => {
    expect(parseInput(jsonSchema, nested(200_000)).ok).toBe(false);
  });

  test("loses a __proto__ of its own", () => {
    expect(Object.keys(jsonSchema.parse(JSON.parse('{"__proto__": {"a": 1}, "b": 2}')) as object)).toEqual(["b"]);
  });

  test("is no function and no date", () => {
    expect(jsonSchema.safeParse(() => 1).success).toBe(false);
    expect(jsonSchema.safeParse(new Date(0)).success).toBe(false);
  });
});

describe("what is wrong with a name", () => {
  test("is nothing, or a sentence", () => {
    expect(variableNameProblem("order")).toBeUndefined();
    expect(variableNameProblem("a b")).toMatch(/^must be letters, digits and _/);
    expect(variableNameProblem("n3")).toBe("looks like the id of a node; choose another name");
    expect(variableNameProblem("send")).toMatch(/^is a reserved name/);
  });
});

test("a value is shallow up to as many levels as are asked for", () => {
  const nested = { a: [{ b: 1 }] };
  expect([2, 3].map((levels) => isShallow(nested, levels))).toEqual([false, true]);
  expect(isShallow("text", 0)).toBe(true);
});

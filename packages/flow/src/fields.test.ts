import { parseInput } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { isNodeName, nodeIdSchema, secondsSchema, secondsTemplate, templateSchema } from "./fields.ts";
import { flowLimits } from "./limits.ts";

function problems(schema: z.ZodType, input: unknown): string[] {
  const parsed = parseInput(schema, input);
  return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
}

describe("a number of seconds", () => {
  test.each([1, 0.5, 300, flowLimits.waitSeconds, "$(waitSeconds)", "1$(zeros)"])("may be %j", (seconds) => {
    expect(problems(secondsSchema, seconds)).toEqual([]);
  });

  test.each<[unknown, string]>([
    [0, "must be more than 0 seconds"],
    [-1, "must be more than 0 seconds"],
    [flowLimits.waitSeconds + 1, "is 31536001; it must be at most 31536000"],
    ["30", "must be a number of seconds or an expression, such as 30 or $(waitSeconds)"],
    ["", "must be a number of seconds or an expression, such as 30 or $(waitSeconds)"],
    [null, "is null; it must be a number or a string"],
    [Number.NaN, "is NaN; it must be a number or a string"],
    [`$(${"a".repeat(300)})`, "is 303 characters long; it must be at most 200"],
  ])("may not be %j", (seconds, sentence) => {
    expect(problems(secondsSchema, seconds)).toEqual([sentence]);
  });

  test("is a template only when it is an expression", () => {
    expect(secondsTemplate("timeoutSeconds", "$(wait)")).toEqual([{ field: "timeoutSeconds", source: "$(wait)" }]);
    expect(secondsTemplate("timeoutSeconds", 30)).toEqual([]);
    expect(secondsTemplate("timeoutSeconds", undefined)).toEqual([]);
  });
});

describe("the id of a node", () => {
  test.each(["n2", "n15", "n999999"])("may be %s", (id) => {
    expect(problems(nodeIdSchema, id)).toEqual([]);
    expect(isNodeName(id)).toBe(true);
  });

  test.each(["2", "n", "n0", "n01", "N2", "n1000000", "n2 ", "node2"])("may not be %j", (id) => {
    expect(problems(nodeIdSchema, id)).toEqual(["must be n and a number, such as n3"]);
  });
});

test("a text with expressions has a greatest length", () => {
  expect(problems(templateSchema, "x".repeat(flowLimits.templateLength))).toEqual([]);
  expect(problems(templateSchema, "x".repeat(flowLimits.templateLength + 1))).toEqual([
    "is 65537 characters long; it must be at most 65536",
  ]);
});

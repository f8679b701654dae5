import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { end } from "./end.ts";

const { config } = makeNode("end", {});

describe("an End", () => {
  test("gives the result success, unless it says otherwise", () => {
    expect(config).toEqual({ result: "success" });
  });

  test("has no way out, puts out nothing and holds no expressions", () => {
    expect(end.outcomes(config)).toEqual([]);
    expect(end.outputs(config)).toEqual([]);
    expect(end.templates(config)).toEqual([]);
  });

  test.each(["error", "incomplete", "Handed over", "größe-2"])("may give the result %s", (result) => {
    expect(configProblems("end", { result })).toEqual([]);
  });

  test.each(["", " success", "a.b", "$(result)", "x".repeat(51)])("may not give the result %j", (result) => {
    expect(configProblems("end", { result })).toEqual([
      "config.result must be letters, digits, spaces, _ or -, at most 50",
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { evaluate } from "./evaluate.ts";

const { config } = makeNode("evaluate", { script: "$(receive.message).length" });

describe("an Evaluate", () => {
  test("leaves by onSuccess where it has no branches, else by these or by onInvalidChoice", () => {
    expect(evaluate.outcomes(config).map(({ name }) => name)).toEqual(["onSuccess", "onError"]);
    expect(evaluate.outcomes({ ...config, branches: ["low", "high"] })).toEqual([
      { name: "low", colour: "green", isRequired: true },
      { name: "high", colour: "green", isRequired: true },
      { name: "onInvalidChoice", colour: "red", isRequired: false },
      { name: "onError", colour: "red", isRequired: false },
    ]);
  });

  test("puts out its result, and holds expressions in its script", () => {
    expect(evaluate.outputs(config)).toEqual(["evaluate.result", "evaluate.result.*"]);
    expect(evaluate.templates(config)).toEqual([{ field: "script", source: "$(receive.message).length" }]);
  });

  test("has 50 ms and 16 MB unless it says otherwise", () => {
    expect(config).toMatchObject({ timeMs: 50, memoryMegabytes: 16, branches: [] });
  });

  test.each<[unknown, string]>([
    [{ script: "" }, "config.script is empty; write a script"],
    [{ script: "1", branches: ["a", "a"] }, "config.branches names a branch twice"],
    [{ script: "1", branches: ["onInvalidChoice"] }, "config.branches[0] is the name of another outcome of the node"],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("evaluate", drawn)).toEqual([sentence]);
  });

  test("may neither run long nor take much memory", () => {
    expect(configProblems("evaluate", { script: "1", timeMs: 1_001, memoryMegabytes: 65 })).toHaveLength(2);
  });
});

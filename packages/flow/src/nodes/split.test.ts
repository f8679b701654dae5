import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { split } from "./split.ts";

function drawn(...percents: readonly number[]) {
  return makeNode("split", { branches: percents.map((percent, index) => ({ name: `way ${index}`, percent })) }).config;
}

describe("a Split", () => {
  test("leaves by each of its branches, and puts out which", () => {
    expect(split.outcomes(drawn(50, 50)).map(({ name }) => name)).toEqual(["way 0", "way 1", "onError"]);
    expect(split.outputs(drawn(50, 50))).toEqual(["split.branch"]);
  });

  test.each([[[100, 0]], [[33.3, 33.3, 33.4]], [[0.1, 99.9]], [[33.333, 33.333, 33.334]]])(
    "may have the shares %j",
    (percents) => expect(split.problems?.(drawn(...percents), {})).toEqual([]),
  );

  test.each([
    [[50, 40], "add up to 90 %; they must add up to 100 %"],
    [[60, 40.5], "add up to 100.5 %; they must add up to 100 %"],
    [[0, 0], "add up to 0 %; they must add up to 100 %"],
  ])("cannot have the shares %j", (percents, message) => {
    expect(split.problems?.(drawn(...percents), {})).toMatchObject([{ severity: "error", message }]);
  });

  test.each<[unknown, string]>([
    [{ branches: [{ name: "A", percent: 100 }] }, "config.branches needs at least two branches"],
    [{ branches: [50, 50].map((percent) => ({ name: "A", percent })) }, "config.branches has two of one name"],
  ])("is not drawn as %j", (config, sentence) => {
    expect(configProblems("split", config)).toEqual([sentence]);
  });
});

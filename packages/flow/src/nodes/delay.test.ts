import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { delay } from "./delay.ts";

const { config } = makeNode("delay", { seconds: 5 });

describe("a Delay", () => {
  test("leaves by onTimeout, which must lead somewhere, or by onError", () => {
    expect(delay.outcomes(config)).toEqual([
      { name: "onTimeout", colour: "amber", isRequired: true },
      { name: "onError", colour: "red", isRequired: false },
    ]);
  });

  test("puts out how long it waited", () => {
    expect(delay.outputs(config)).toEqual(["delay.waitTime"]);
  });

  test("may hold an expression in its seconds", () => {
    expect(delay.templates({ seconds: "$(wait)" })).toEqual([{ field: "seconds", source: "$(wait)" }]);
    expect(delay.templates(config)).toEqual([]);
  });

  test.each<[unknown, string]>([
    [{}, "config.seconds is missing; it must be a number or a string"],
    [{ seconds: -5 }, "config.seconds must be more than 0 seconds"],
    [{ seconds: "soon" }, "config.seconds must be a number of seconds or an expression, such as 30 or $(waitSeconds)"],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("delay", drawn)).toEqual([sentence]);
  });
});

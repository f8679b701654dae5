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

  test("may wait until a moment, with expressions in it and in its time zone", () => {
    const { config: drawn } = makeNode("delay", { until: { at: "$(day)T09:00", timeZone: "$(zone)" } });
    expect(delay.templates(drawn)).toEqual([
      { field: "until.at", source: "$(day)T09:00" },
      { field: "until.timeZone", source: "$(zone)" },
    ]);
    expect(makeNode("delay", { until: { at: "2026-12-24T18:00" } }).config.until?.timeZone).toBe("UTC");
  });

  const both = "config.seconds is missing; give seconds, or a time to wait until, and not both";

  test.each<[unknown, string]>([
    [{}, both],
    [{ seconds: 5, until: { at: "2026-12-24T18:00" } }, both],
    [{ until: { at: "" } }, "config.until.at is empty; give a time such as 2026-12-24T18:00"],
    [{ seconds: -5 }, "config.seconds must be more than 0 seconds"],
    [{ seconds: "soon" }, "config.seconds must be a number of seconds or an expression, such as 30 or $(waitSeconds)"],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("delay", drawn)).toEqual([sentence]);
  });
});

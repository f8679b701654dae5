import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { waitFor } from "./wait-for.ts";

const { config } = makeNode("wait-for", { send: "n4", waitFor: "delivery" });

describe("a Wait-for", () => {
  test.each([
    ["submit", "onSubmit"],
    ["delivery", "onDeliveryReportSuccess"],
    ["read", "onRead"],
  ] as const)("for %s leaves by %s, onTimeout, onDeliveryReportFail or onError", (awaited, outcome) => {
    expect(waitFor.outcomes({ ...config, waitFor: awaited, timeoutSeconds: 20 })).toEqual([
      { name: outcome, colour: "green", isRequired: true },
      { name: "onTimeout", colour: "amber", isRequired: true, fallback: "onDeliveryReportFail" },
      { name: "onDeliveryReportFail", colour: "red", isRequired: false },
      { name: "onError", colour: "red", isRequired: false },
    ]);
  });

  test("demands a way for onTimeout only when it has a timeout", () => {
    expect(waitFor.outcomes(config)[1]).toMatchObject({ name: "onTimeout", isRequired: false });
  });

  test("names the send node whose message it waits for", () => {
    expect(waitFor.references?.(config)).toMatchObject([{ field: "send", nodeId: "n4", type: "whatsapp" }]);
  });

  test("puts out nothing of its own", () => {
    expect(waitFor.outputs(config)).toEqual([]);
  });

  test("may hold an expression in its timeout", () => {
    expect(waitFor.templates({ ...config, timeoutSeconds: "$(wait)" })).toEqual([
      { field: "timeoutSeconds", source: "$(wait)" },
    ]);
  });

  test.each<[unknown, string]>([
    [{ waitFor: "read" }, "config.send is missing; it must be a string"],
    [{ send: "greeting", waitFor: "read" }, "config.send must be n and a number, such as n3"],
    [{ send: "n4", waitFor: "none" }, 'config.waitFor is "none"; it must be "submit", "delivery" or "read"'],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("wait-for", drawn)).toEqual([sentence]);
  });
});

import { describe, expect, test } from "vitest";
import { checkNode, send } from "../check-flow.test-support.ts";
import type { DrawnFlow, DrawnNode } from "../flow.test-support.ts";

describe("an outcome without an edge (outcome-unwired)", () => {
  const waiting: DrawnNode = { ...send, config: { ...(send.config as object), waitFor: "read", timeoutSeconds: 30 } };
  const unwired = (node: DrawnNode, ways: string[], rest: DrawnFlow = {}): string[] =>
    checkNode(node, ways, rest).filter((issue) => issue.includes("outcome-unwired"));

  test("is an error when it is green or a time-out that is set", () => {
    expect(unwired(waiting, ["onDeliveryReportFail"], {})).toEqual([
      "error outcome-unwired n4 onRead: onRead of n4 leads nowhere; connect it to a node, or give the flow a default for it.",
    ]);
    const receive: DrawnNode = {
      id: "n4",
      type: "receive",
      config: { events: [{ type: "whatsapp.mo" }], timeoutSeconds: 9 },
    };
    expect(unwired(receive, [])).toEqual([
      "error outcome-unwired n4 whatsapp.mo: whatsapp.mo of n4 leads nowhere; connect it to a node, or give the flow a default for it.",
      "error outcome-unwired n4 onTimeout: onTimeout of n4 leads nowhere; connect it to a node, or give the flow a default for it.",
    ]);
  });

  test("is a warning when it is a failure", () => {
    expect(unwired(send, ["onSuccess"], { settings: {} })).toEqual([
      "warning outcome-unwired n4 onPolicyFail: onPolicyFail of n4 leads nowhere; the conversation would end with an error.",
      "warning outcome-unwired n4 onError: onError of n4 leads nowhere; the conversation would end with an error.",
    ]);
  });

  test("is nothing when it is a time-out that is not set", () => {
    const receive: DrawnNode = { id: "n4", type: "receive", config: { events: [{ type: "whatsapp.mo" }] } };
    expect(unwired(receive, ["whatsapp.mo"])).toEqual([]);
  });

  test("is nothing when the flow has a default for it", () => {
    const outcomeDefaults = Object.fromEntries(
      ["onSuccess", "onPolicyFail", "onError"].map((name) => [name, { target: "n3" }]),
    );
    expect(unwired(send, [], { settings: { outcomeDefaults } })).toEqual([]);
  });

  test("is nothing when it is the time-out of a send whose failed receipt leads somewhere", () => {
    expect(unwired(waiting, ["onRead", "onDeliveryReportFail"])).toEqual([]);
    expect(unwired(waiting, ["onRead"])).toHaveLength(2);
  });
});

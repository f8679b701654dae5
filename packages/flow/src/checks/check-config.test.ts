import { describe, expect, test } from "vitest";
import { checkNode, end, send } from "../check-flow.test-support.ts";
import { type DrawnNode, start } from "../flow.test-support.ts";

describe("a node's config", () => {
  const waitFor = (nodeId: string): DrawnNode => ({
    id: "n5",
    type: "wait-for",
    config: { send: nodeId, waitFor: "read" },
  });
  const references = (nodeId: string): string[] =>
    checkNode(waitFor(nodeId), ["onRead", "onDeliveryReportFail"], {
      nodes: [start, end, send, waitFor(nodeId)],
    }).filter((issue) => issue.includes("bad-reference"));

  test("names nodes that are there and of the right type (bad-reference)", () => {
    expect(references("n4")).toEqual([]);
    expect(references("n9")).toEqual([
      "error bad-reference n5 config.send: config.send names n9, which is not a node of the flow; it must name a node of type whatsapp.",
    ]);
    expect(references("n3")).toEqual([
      "error bad-reference n5 config.send: config.send names n3, which is of type end; it must name a node of type whatsapp.",
    ]);
  });

  test("waits for a node whose message has receipts", () => {
    const mark: DrawnNode = { id: "n4", type: "whatsapp", config: { message: { type: "read-mark" } } };
    const found = checkNode(waitFor("n4"), ["onRead", "onDeliveryReportFail"], {
      nodes: [start, end, mark, waitFor("n4")],
    });
    expect(found.filter((issue) => issue.includes("bad-reference"))).toEqual([
      "error bad-reference n5 config.send: config.send names n4, which marks a message as read, of which no receipt ever comes; it must name one that sends a message.",
    ]);
  });

  test("has patterns that are regular expressions (bad-pattern)", () => {
    const rows = [{ variable: "$(receive.message)", operator: "regular-expression", value: "(" }];
    const branch: DrawnNode = { id: "n4", type: "branch", config: { branches: [{ name: "a", rows }] } };
    expect(checkNode(branch, ["a", "noneOfTheAbove"])).toEqual([
      expect.stringMatching(
        /^error bad-pattern n4 config\.branches\[0\]\.rows\[0\]\.value: config\.branches\[0\]\.rows\[0\]\.value is not a regular expression: .+\.$/,
      ),
    ]);
  });

  test("has no timeout without something to wait for (useless-timeout)", () => {
    const idle: DrawnNode = { ...send, config: { ...(send.config as object), timeoutSeconds: 30 } };
    expect(checkNode(idle, ["onSuccess"])).toEqual([
      "warning useless-timeout n4 config.timeoutSeconds: config.timeoutSeconds has no effect, because Wait For is None; remove it or choose what to wait for.",
    ]);
  });
});

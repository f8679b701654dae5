import { expect, test } from "vitest";
import { nodeById } from "../document/outcomes.ts";
import { en } from "../texts/en/index.ts";
import { exampleDocument } from "./canvas.test-support.ts";
import { describeNode, faintTarget } from "./describe-node.ts";

const document = exampleDocument();

function described(nodeId: string): string {
  const node = nodeById(document, nodeId);
  return node === undefined ? "" : describeNode(document, node, en);
}

test("a node is described by what it does and where each outcome leads", () => {
  expect(described("n3")).toBe(
    "Is this *right*, $(whatsapp.username)? Waits until it is delivered. Delivered leads to Right?. Timeout leads to Failed, like Delivery failure. Policy failure leads nowhere. " +
      "Delivery failure leads to Failed. Error leads to Failed, by the flow's default.",
  );
  expect(described("n7")).toBe(
    "Waits 1 minute 30 seconds Timeout leads nowhere. Error leads to Failed, by the flow's default.",
  );
});

test("only an outcome without an edge of its own is served faintly", () => {
  expect(faintTarget(document, "n3", "onError", en)).toBe("Failed");
  expect(faintTarget(document, "n3", "onTimeout", en)).toBe("Failed");
  expect(faintTarget(document, "n3", "onDeliveryReportSuccess", en)).toBe("");
  expect(faintTarget(document, "n3", "onPolicyFail", en)).toBe("");
});

test("a node of a type that is not known is described all the same", () => {
  const node = { ...document.nodes[0]!, type: "teleport" };
  expect(describeNode(document, node, en)).toBe(en.nodes.unknownSummary);
});

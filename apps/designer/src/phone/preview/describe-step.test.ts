import type { PreviewStep } from "@parley/simulator";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openDocument } from "../../document/open-document.ts";
import { en } from "../../texts/en/index.ts";
import { describeStep } from "./describe-step.ts";

const path = new URL("../../../../../examples/order-status.flow.json", import.meta.url);
const document = openDocument(JSON.parse(readFileSync(path, "utf8")));
const message = { id: "m1", sentAt: 1, content: { type: "text", text: "Hello" }, payload: {} } as const;
const refusal = { code: "7710", sentence: "The window is closed." };
const receipt = { messageId: "w1", at: 1 };
const error = { code: 131026, title: "Message undeliverable", details: "" };
const at = 1;

function described(event: PreviewStep["event"], entries: PreviewStep["entries"] = []) {
  return describeStep({ number: 1, at, event, entries }, document, en);
}

describe("It is true of a step in words that", () => {
  test.each<[PreviewStep["event"], string]>([
    [{ type: "conversation-started", at, contact: {}, message }, "“Hello” starts the flow"],
    [{ type: "message-received", at, contact: {}, message }, "“Hello”"],
    [{ type: "send-accepted", at, key: "k", messageId: "w1" }, "Sent"],
    [{ type: "send-refused", at, key: "k", refusal }, "Not sent: The window is closed."],
    [{ type: "send-failed", at, key: "k", refusal }, "Not sent: The window is closed."],
    [{ type: "receipt-received", at, key: "k", receipt: { ...receipt, status: "delivered" } }, "Delivered"],
    [
      { type: "receipt-recorded", key: "k", receipt: { ...receipt, status: "failed", error } },
      "Delivery failed: Message undeliverable (131026)",
    ],
    [{ type: "timer-fired", at, timerId: "t", generation: 1 }, "Time is up"],
    [{ type: "task-answered", at, key: "k", answer: { type: "done", values: {} } }, "The answer is there"],
    [{ type: "task-answered", at, key: "k", answer: { type: "failed", reason: "It broke." } }, "No answer: It broke."],
    [{ type: "conversation-interrupted", at, byFlowId: "other" }, "A new start takes over"],
    [{ type: "conversation-stopped", at, reason: "By hand." }, "Stopped: By hand."],
    [{ type: "message-deferred", messageId: "m1" }, "A message is kept until the flow waits for one"],
    [{ type: "message-dropped", messageId: "m1", reason: "Too many." }, "A message is dropped: Too many."],
    [{ type: "message-unhandled", messageId: "m1" }, "No Start takes this message, and nothing waits for it"],
    [{ type: "send-attempted", key: "k", attempt: 2, outcome: "It is busy." }, "Attempt 2: It is busy."],
    [{ type: "conversation-parked", reason: "A fault." }, "The conversation stands still: A fault."],
  ])("%o is said", (event, headline) => {
    expect(described(event)).toEqual({ headline, lines: [] });
  });

  test("what came of it is told by the names of nodes and outcomes, with the node to look at", () => {
    const { lines } = described({ type: "timer-fired", at, timerId: "t", generation: 1 }, [
      { type: "node-entered", nodeId: "n3" },
      { type: "node-left", nodeId: "n3", outcome: "onDeliveryReportSuccess", target: "n4" },
      { type: "node-left", nodeId: "n5", outcome: "track" },
      { type: "variable-set", nodeId: "n4", name: "choice", value: { id: 1 } },
      { type: "value-logged", nodeId: "n4", text: "Here" },
      { type: "warned", nodeId: "n4", message: "There is no variable x." },
      { type: "failed", nodeId: "gone", reason: "No number." },
      { type: "ended", result: "success" },
      { type: "ended", result: "own", reason: "It leads nowhere." },
    ]);
    expect(lines).toEqual([
      { text: "Greeting · Delivered → Choice", tone: "plain", nodeId: "n4" },
      { text: "Which choice? · track, which leads nowhere", tone: "amber", nodeId: "n5" },
      { text: 'choice = {"id":1}', tone: "plain", nodeId: "n4" },
      { text: "Log: Here", tone: "plain", nodeId: "n4" },
      { text: "Choice: There is no variable x.", tone: "amber", nodeId: "n4" },
      { text: "gone failed: No number.", tone: "red", nodeId: "gone" },
      { text: "Ends: Success", tone: "plain" },
      { text: "Ends: own (It leads nowhere.)", tone: "plain" },
    ]);
  });
});

import { expect, test } from "vitest";
import { drawn } from "./document.test-support.ts";
import type { DocumentNode } from "./flow-document.ts";
import { outputNames } from "./output-names.ts";

function names(type: string, config: object): readonly string[] {
  const document = drawn([{ id: "n9", type: type as "delay", config: config as never }], []);
  const node = document.nodes.find(({ id }) => id === "n9") as DocumentNode;
  return outputNames(node);
}

test("It is true that fields of a webhook are read by their names, each once", () => {
  const fields = [{ name: "orderId", path: "order.id" }];
  const trigger = { type: "webhook", webhookId: "a", fields, contactType: "waId", contact: "x", conditions: [] };
  expect(names("start", { trigger, interruptsLiveConversations: false })).toEqual([
    "inboundWebhook.orderId",
    "inboundWebhook.body",
  ]);
});

test("It is true that the keys of a custom event are known, and what a choice and an advertisement bring", () => {
  const events = [
    { type: "whatsapp.mo" },
    {
      type: "custom-event",
      event: "paid",
      match: [
        { key: "orderId", value: "1" },
        { key: "bad key", value: "2" },
      ],
    },
  ];
  const received = names("receive", { events });
  expect(received).toContain("customEvent.orderId");
  expect(received).not.toContain("customEvent.bad key");
  expect(received).toContain("whatsapp.referral.headline");
  expect(names("whatsapp", { message: { type: "text", body: "x", previewUrl: false }, waitFor: "none" })).toContain(
    "send.response_interactive.identifier",
  );
});

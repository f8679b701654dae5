import type { InboundMessage } from "@parley/messaging";
import { drawFlow } from "@parley/testing";
import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { contact, sent } from "./engine.test-support.ts";
import type { Signal } from "./event.ts";

function startOf(config: object) {
  return compile(
    drawFlow({ nodes: [{ id: "n2", type: "start", config }], edges: [], variables: [{ name: "word", default: "hi" }] }),
    3,
  ).start;
}

const text = (said: string): InboundMessage => sent({ type: "text", text: said }).message;
const button: InboundMessage = sent({ type: "button-reply", id: "yes", title: "hi" }).message;

test("a Start without conditions matches every message of its event and of no other", () => {
  const start = startOf({ trigger: { type: "whatsapp", event: "whatsapp.mo" } });
  const reaction = sent({ type: "reaction", messageId: "wamid.1", emoji: "+1" }).message;
  expect([text("a"), text(""), button, reaction].map((message) => start.matches(message, contact, "app1"))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect([start.specificity, start.interruptsLiveConversations]).toEqual([0, false]);
});

test("the conditions of a Start read the message, the contact, the app and the flow's variables, with node id and without", () => {
  const conditions = [
    { variable: "$(whatsapp.message)", operator: "equals-ignore-case", value: "$(word)" },
    { variable: "$(n2.receive.message)", operator: "equals-ignore-case", value: "$(word)" },
    { variable: "$(whatsapp.whatsappId)", operator: "starts-with", value: "31" },
    { variable: "$(whatsapp.appId)", operator: "equals", value: "app1" },
  ];
  const start = startOf({
    trigger: { type: "whatsapp", event: "whatsapp.mo", conditions },
    interruptsLiveConversations: true,
  });
  expect([start.specificity, start.interruptsLiveConversations]).toEqual([4, true]);
  expect(start.matches(text("HI"), contact, "app1")).toBe(true);
  expect(start.matches(text("hello"), contact, "app1")).toBe(false);
  expect(start.matches(text("hi"), contact, "app2")).toBe(false);
  expect(start.matches(text("hi"), { bsuid: "NL.7" }, "app1")).toBe(false);
});

const referral = { sourceType: "ad", sourceId: "7", sourceUrl: "", headline: "Boots", body: "", clickId: "" };

test("a Start of an advertisement matches messages that came by one, and is more specific than any other", () => {
  const rows = Array.from({ length: 50 }, () => ({ variable: "$(word)", operator: "equals", value: "hi" }));
  const plain = startOf({ trigger: { type: "whatsapp", event: "whatsapp.mo", conditions: rows } });
  const start = startOf({ trigger: { type: "whatsapp", event: "whatsapp.referral" } });
  expect(start.matches(text("hi"), contact, "app1")).toBe(false);
  expect(start.matches({ ...text("hi"), referral }, contact, "app1")).toBe(true);
  expect(start.matches({ ...button, referral }, contact, "app1")).toBe(false);
  expect(plain.matches({ ...text("hi"), referral }, contact, "app1")).toBe(true);
  expect(start.specificity).toBeGreaterThan(plain.specificity);
});

test("the conditions of a Start of an advertisement read the advertisement", () => {
  const conditions = [{ variable: "$(whatsapp.referral.headline)", operator: "equals", value: "Boots" }];
  const start = startOf({ trigger: { type: "whatsapp", event: "whatsapp.referral", conditions } });
  expect(start.matches({ ...text("hi"), referral }, contact, "app1")).toBe(true);
  expect(start.matches({ ...text("hi"), referral: { ...referral, headline: "Hats" } }, contact, "app1")).toBe(false);
});

const paid: Signal = {
  type: "custom-event",
  id: "s1",
  event: "paid",
  correlationId: "order-7",
  parameters: { phone: "31612345678", order: { id: 7 } },
};
const called: Signal = {
  type: "webhook",
  id: "s2",
  webhookId: "orders",
  body: { to: { phone: 31612345678 }, skus: ["B-1"] },
};

test("a Start of a custom event names its contact by the event, and takes no other", () => {
  const start = startOf({ trigger: { type: "custom-event", event: "paid", contact: " $(customEvent.phone) " } });
  expect(start.trigger(paid)).toEqual({ contactType: "waId", contact: "31612345678" });
  expect(start.trigger({ ...paid, event: "shipped" })).toBeUndefined();
  expect(start.trigger(called)).toBeUndefined();
  expect(start.matches(text("hi"), contact, "app1")).toBe(false);
});

test("a Start of a webhook names its contact by the body, whose fields its conditions read", () => {
  const trigger = {
    type: "webhook",
    webhookId: "orders",
    fields: [
      { name: "sku", path: "$.skus[0]" },
      { name: "absent", path: "nowhere" },
    ],
    contactType: "customerId",
    contact: "$(n2.inboundWebhook.body.to.phone)",
    conditions: [{ variable: "$(inboundWebhook.sku)", operator: "equals", value: "B-1" }],
  };
  const start = startOf({ trigger });
  expect(start.trigger(called)).toEqual({ contactType: "customerId", contact: "31612345678" });
  expect(start.trigger({ ...called, body: { skus: ["B-2"] } })).toBeUndefined();
  expect(start.trigger({ ...called, webhookId: "tickets" })).toBeUndefined();
  expect(start.trigger(paid)).toBeUndefined();
});

test("a signal whose contact is missing gives an empty text, which names nobody", () => {
  const start = startOf({ trigger: { type: "custom-event", event: "paid", contact: "$(customEvent.nobody)" } });
  expect(start.trigger(paid)).toEqual({ contactType: "waId", contact: "" });
});

test("a message begins no conversation of a Start that signals trigger, nor a signal one that messages do", () => {
  const start = startOf({ trigger: { type: "whatsapp", event: "whatsapp.mo" } });
  expect([start.trigger(paid), start.trigger(called)]).toEqual([undefined, undefined]);
});

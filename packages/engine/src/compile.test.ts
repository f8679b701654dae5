import type { InboundMessage } from "@parley/messaging";
import { drawFlow } from "@parley/testing";
import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { contact, sent } from "./engine.test-support.ts";

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

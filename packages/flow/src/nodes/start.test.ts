import { channelEvents } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { configProblems, makeNode, startConfig } from "../flow.test-support.ts";
import { inboundOutputs } from "./inbound-outputs.ts";
import { channelEventOfStart, start, webhookPathOf } from "./start.ts";

const { config } = makeNode("start", startConfig);
const withConditions = (...conditions: object[]) =>
  makeNode("start", { trigger: { ...startConfig.trigger, conditions } }).config;

describe("a Start", () => {
  test("takes every event of its kind and interrupts no conversation, unless it says otherwise", () => {
    expect(config).toEqual({
      trigger: { type: "whatsapp", event: "whatsapp.mo", conditions: [] },
      interruptsLiveConversations: false,
    });
  });

  test("leaves by onBegin alone", () => {
    expect(start.outcomes(config)).toEqual([{ name: "onBegin", colour: "green", isRequired: true }]);
  });

  test.each(channelEvents)("puts out what %s brings", (event) => {
    const node = makeNode("start", { trigger: { type: "whatsapp", event } });
    expect(start.outputs(node.config)).toEqual(inboundOutputs([event]));
  });

  test("may hold expressions in its conditions", () => {
    const rows = withConditions({ variable: "$(whatsapp.message)", operator: "equals", value: "hi" });
    expect(start.templates(rows)).toEqual([
      { field: "trigger.conditions[0].variable", source: "$(whatsapp.message)" },
      { field: "trigger.conditions[0].value", source: "hi" },
    ]);
  });

  test("tells its patterns", () => {
    const row = { variable: "$(whatsapp.message)", operator: "regular-expression", value: "^hi" };
    expect(start.patterns?.(withConditions(row))).toEqual([{ field: "trigger.conditions[0].value", source: "^hi" }]);
    expect(start.patterns?.(withConditions({ ...row, operator: "equals" }))).toEqual([]);
  });

  test("of an advertisement puts out what a message brings, the advertisement with it", () => {
    const { config: referral } = makeNode("start", { trigger: { type: "whatsapp", event: "whatsapp.referral" } });
    expect(start.outputs(referral)).toEqual(inboundOutputs(["whatsapp.mo"]));
    expect(start.outputs(referral)).toContain("whatsapp.referral.*");
    expect(channelEventOfStart("whatsapp.referral")).toBe("whatsapp.mo");
    expect(channelEventOfStart("whatsapp.list")).toBe("whatsapp.list");
  });

  const webhook = {
    type: "webhook",
    webhookId: "orders",
    fields: [{ name: "sku", path: "$.order.items[0].sku" }],
    contact: "$(inboundWebhook.body.phone)",
    conditions: [{ variable: "$(inboundWebhook.sku)", operator: "equals", value: "B-1" }],
  };
  const customEvent = { type: "custom-event", event: "order.shipped", contact: "$(customEvent.phone)" };

  test("that a webhook calls puts out its fields and the body, and names its contact by an expression", () => {
    const { config: called } = makeNode("start", { trigger: webhook });
    expect(called.trigger).toMatchObject({ contactType: "waId" });
    expect(start.outputs(called)).toEqual(["inboundWebhook.sku", "inboundWebhook.sku.*", "inboundWebhook.body.*"]);
    expect(start.templates(called).slice(0, 2)).toEqual([
      { field: "trigger.contact", source: "$(inboundWebhook.body.phone)" },
      { field: "trigger.conditions[0].variable", source: "$(inboundWebhook.sku)" },
    ]);
  });

  test("of a custom event puts out its parameters", () => {
    const { config: called } = makeNode("start", { trigger: { ...customEvent, contactType: "customerId" } });
    expect(start.outputs(called)).toEqual(["customEvent.*"]);
    expect(start.templates(called)).toEqual([{ field: "trigger.contact", source: "$(customEvent.phone)" }]);
  });

  test("names an inbound webhook that there is", () => {
    const problemsOf = (webhookId: string, inboundWebhooks?: ReadonlySet<string>) =>
      start
        .problems?.(makeNode("start", { trigger: { ...webhook, webhookId } }).config, { inboundWebhooks })
        .map(({ severity, code, field, message }) => `${severity} ${code} ${field} ${message}`);
    expect(problemsOf("")).toEqual([
      "error no-webhook trigger.webhookId is empty; choose an inbound webhook or make one",
    ]);
    expect(problemsOf("orders", new Set(["tickets"]))).toEqual([
      "error unknown-webhook trigger.webhookId is orders, which is not among the inbound webhooks; choose another or make one",
    ]);
    expect(problemsOf("orders", new Set(["orders"]))).toEqual([]);
    expect(problemsOf("orders")).toEqual([]);
  });

  test.each([
    ["order.items[0].sku", ["order", "items", "0", "sku"]],
    ["$.order.id", ["order", "id"]],
    ["$[0].id", ["0", "id"]],
    ["[2]", ["2"]],
    ["$", []],
    ["2fast", ["2fast"]],
    ["order id", undefined],
    ["order..id", undefined],
    ["$(order)", undefined],
  ])("reads the path %s in a body as %j", (path, steps) => {
    expect(webhookPathOf(path)).toEqual(steps);
  });

  test.each<[unknown, string]>([
    [{}, "config.trigger is missing; it must be an object"],
    [
      { trigger: { type: "sms", event: "whatsapp.mo" } },
      'config.trigger.type is "sms"; it must be "whatsapp", "webhook" or "custom-event"',
    ],
    [
      { trigger: { type: "whatsapp", event: "mo" } },
      'config.trigger.event is "mo"; it must be "whatsapp.mo", "whatsapp.postback", "whatsapp.list", "whatsapp.reply" or "whatsapp.referral"',
    ],
    [
      { trigger: { ...customEvent, contact: "" } },
      "config.trigger.contact is empty; say whom the conversation is with, such as $(customEvent.waId)",
    ],
    [
      { trigger: { ...customEvent, event: "7 up" } },
      "config.trigger.event must begin with a letter and have letters, digits, points, - and _, at most 100 in all",
    ],
    [
      { trigger: { ...webhook, fields: [{ name: "sku", path: "a b" }] } },
      "config.trigger.fields[0].path must be names and indexes such as order.items[0].sku",
    ],
    [
      {
        trigger: {
          ...webhook,
          fields: [
            { name: "sku", path: "a" },
            { name: "sku", path: "b" },
          ],
        },
      },
      "config.trigger.fields has two fields of one name",
    ],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("start", drawn)).toEqual([sentence]);
  });
});

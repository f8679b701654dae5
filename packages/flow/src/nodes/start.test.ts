import { channelEvents } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { configProblems, makeNode, startConfig } from "../flow.test-support.ts";
import { inboundOutputs } from "./inbound-outputs.ts";
import { start } from "./start.ts";

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

  test.each<[unknown, string]>([
    [{}, "config.trigger is missing; it must be an object"],
    [{ trigger: { type: "sms", event: "whatsapp.mo" } }, 'config.trigger.type is "sms"; it must be "whatsapp"'],
    [
      { trigger: { type: "whatsapp", event: "mo" } },
      'config.trigger.event is "mo"; it must be "whatsapp.mo", "whatsapp.postback", "whatsapp.list" or "whatsapp.reply"',
    ],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("start", drawn)).toEqual([sentence]);
  });
});

import { describe, expect, test } from "vitest";
import { check, checkNode, end, send } from "../check-flow.test-support.ts";
import type { DrawnNode } from "../flow.test-support.ts";

describe("an expression", () => {
  /** The issues of a send with this body, in a flow with the variable `answer`. */
  const checkBody = (body: string): string[] =>
    checkNode({ ...send, config: { message: { type: "text", body } } }, ["onSuccess"], {
      variables: [{ name: "answer" }],
    });

  test.each([
    "$(answer)",
    "$(answer.with.parts[0])",
    "$(receive.message)",
    "$(receive.payload)",
    "$(receive.payload.entry[0].id)",
    "$(n2.whatsapp.waId)",
    "$(n2.receive.payload.a)",
    "$(send.gatewayTid)",
    "$(n4.send.messageId)",
    "$(n4.send.response_interactive)",
    "$(send.response_interactive.title)",
    "$(whatsapp.contextNode)",
    "$(whatsapp.identityHash)",
    "$(n2.whatsapp.referral.headline)",
    "$$(nobody)",
  ])("%s reads what the flow has", (body) => {
    expect(checkBody(body)).toEqual([]);
  });

  test.each([
    ["$(nobody)", "nobody is not a variable of the flow; add it to the variables or correct the name."],
    ["$(Answer)", "Answer is not a variable of the flow; add it to the variables or correct the name."],
    ["$(constructor)", "constructor is not a variable of the flow; add it to the variables or correct the name."],
    ["$(n9.receive.message)", "n9 is not a node of the flow."],
    ["$(n2)", "n2 has no output of that name."],
    ["$(n2.send.gatewayTid)", "n2 has no output of that name."],
    ["$(n2.whatsapp.waId.first)", "n2 has no output of that name."],
    ["$(whatsapp.buttonPayload)", "no node of the flow has an output of that name."],
    ["$(delay.waitTime)", "no node of the flow has an output of that name."],
    ["$(receive)", "no node of the flow has an output of that name."],
  ])("%s reads what the flow has not (unknown-variable)", (body, sentence) => {
    expect(checkBody(body)).toEqual([
      `error unknown-variable n4 config.message.body: config.message.body reads ${body}: ${sentence}`,
    ]);
  });

  test("reads outputs also by the names that Webex Connect's pages write", () => {
    const request: DrawnNode = {
      id: "n5",
      type: "http-request",
      config: { url: "https://example.com/$(https.statusCode)" },
    };
    expect(checkNode(request, ["onSuccess", "onTimeout"])).toEqual([]);
    const body = { ...request, config: { url: "https://example.com/$(n5.https.nothing)" } };
    expect(checkNode(body, ["onSuccess", "onTimeout"])).toEqual([
      "error unknown-variable n5 config.url: config.url reads $(n5.https.nothing): n5 has no output of that name.",
    ]);
  });

  const custom = { type: "custom-event", event: "paid", contact: "$(customEvent.phone)" };
  const webhook = {
    ...{ type: "webhook", webhookId: "orders", fields: [{ name: "sku", path: "items[0].sku" }] },
    contact: "$(inboundWebhook.body.phone)",
  };

  test.each<[object, string, string[]]>([
    [custom, "$(customEvent.order.id) $(n2.customEvent.phone)", []],
    [custom, "$(customEvent)", ["no node of the flow has an output of that name."]],
    [custom, "$(n2.customEvent)", ["n2 has no output of that name."]],
    [custom, "$(whatsapp.waId)", ["no node of the flow has an output of that name."]],
    [custom, "$(inboundWebhook.body)", ["no node of the flow has an output of that name."]],
    [webhook, "$(inboundWebhook.sku) $(n2.inboundWebhook.sku.of.parts) $(inboundWebhook.body.items[0].sku)", []],
    [webhook, "$(inboundWebhook.order)", ["no node of the flow has an output of that name."]],
  ])("reads what its trigger brings: %j, %s", (trigger, body, sentences) => {
    const start: DrawnNode = { id: "n2", type: "start", config: { trigger } };
    const drawn = { ...send, config: { destination: "31612345678", message: { type: "text", body } } };
    const nodes = [start, end, drawn];
    const edges = ["n2 onBegin n4", "n4 onSuccess n3", "n4 onPolicyFail n3", "n4 onError n3"];
    expect(check({ nodes, edges }).map((line) => line.replace(/^.*reads \S+: /, ""))).toEqual(sentences);
  });

  test("is told of once in a field, however often it stands there", () => {
    expect(checkBody("$(nobody) $(nobody) $(nobody)")).toHaveLength(1);
  });

  test("that is none is warned of (malformed-expression)", () => {
    const advice =
      "which is not an expression and would be used as it stands; write $(name) or $(n3.receive.message), or $$( for the characters themselves.";
    expect(checkBody("$(my name)")).toEqual([
      `warning malformed-expression n4 config.message.body: config.message.body holds $(my name), ${advice}`,
    ]);
    expect(checkBody("Hello $(answer")).toEqual([
      `warning malformed-expression n4 config.message.body: config.message.body holds $(answer, ${advice}`,
    ]);
  });

  test("stands in transition actions too, and Set Variable sets a variable of the flow (unknown-variable)", () => {
    const onLeave = [{ type: "set-variable" as const, name: "anwser", value: "$(receive.mesage)" }];
    expect(checkNode({ ...send, onLeave }, ["onSuccess"], { variables: [{ name: "answer" }] })).toEqual([
      "error unknown-variable n4 onLeave[0].value: onLeave[0].value reads $(receive.mesage): no node of the flow has an output of that name.",
      "error unknown-variable n4 onLeave[0].name: onLeave[0].name sets anwser, which is not a variable of the flow; add it to the variables.",
    ]);
  });
});

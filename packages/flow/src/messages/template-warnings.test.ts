import { type RegisteredTemplate, templateSchema, type TemplateStatus } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { checkFlow } from "../check-flow.ts";
import { makeFlow, makeNode, start } from "../flow.test-support.ts";
import { templateMessageConfigSchema } from "./template.ts";
import { templateWarnings } from "./template-warnings.ts";

const parameter = { type: "text", text: "$(name)" };
const message = { type: "template", name: "order_update", language: "en", body: [parameter] };

function registered(status: TemplateStatus, body = "Hello {{1}}!", rest: object = {}): RegisteredTemplate {
  const template = templateSchema.parse({ name: "order_update", language: "en", category: "utility", body, ...rest });
  return { appId: "app1", template, status, reason: "", updatedAt: 0 };
}

const warn = (templates: ReadonlySet<string> | readonly RegisteredTemplate[], drawn: object = message) =>
  templateWarnings(templateMessageConfigSchema.parse(drawn), { templates }).map(
    ({ code, field, message: sentence }) => `${code} ${field || "-"} ${sentence}`,
  );

describe("a message of a template", () => {
  test("that is registered, approved and fits has no warning", () => {
    expect(warn([registered("approved")])).toEqual([]);
    expect(warn(new Set(["order_update/en"]))).toEqual([]);
  });

  test("that is not registered in its language has one", () => {
    const warning =
      "unknown-template name is order_update in en, which is not among the templates; such a message would leave by onPolicyFail";
    expect(warn([])).toEqual([warning]);
    expect(warn([registered("approved", "Hello", { language: "de" })])).toEqual([warning]);
    expect(warn(new Set(["order_update/de"]))).toEqual([warning]);
  });

  test.each(["draft", "pending", "rejected", "paused", "disabled", "deleted"] as const)(
    "that is %s has one",
    (status) => {
      expect(warn([registered(status)])).toEqual([
        `template-not-approved name is order_update in en, which is ${status} and not approved; such a message would leave by onPolicyFail`,
      ]);
    },
  );

  test("is told why a template was rejected", () => {
    expect(warn([{ ...registered("rejected"), reason: "INVALID_FORMAT" }])).toEqual([
      "template-not-approved name is order_update in en, which is rejected (INVALID_FORMAT) and not approved; such a message would leave by onPolicyFail",
    ]);
  });

  test("with other parameters than the template wants has one", () => {
    expect(warn([registered("approved", "{{1}} and {{2}} more")])).toEqual([
      "template-mismatch - does not fit order_update: The template's body wants 2 parameters, and the message brings 1",
    ]);
  });

  test("that fits the template of one of several apps is well", () => {
    expect(warn([registered("approved", "Hello"), registered("approved"), registered("paused", "Hi")])).toEqual([]);
    expect(warn([registered("paused"), registered("approved", "Hello")])).toHaveLength(1);
  });

  test("with values that are not known yet is held to what is plain: how many, and of what kind", () => {
    const currency = { type: "currency", code: "$(code)", amount1000: "$(sum)", fallback: "$(text)" };
    expect(warn([registered("approved")], { ...message, body: [currency] })).toEqual([]);
    const named = registered("approved", "Hello {{who}}!", { parameterFormat: "named" });
    expect(warn([named])).toHaveLength(1);
    expect(warn([named], { ...message, body: [{ ...parameter, name: "who" }] })).toEqual([]);
    expect(warn([named], { ...message, body: [{ ...parameter, name: "$(which)" }] })).toEqual([]);
  });

  test("whose template an expression chooses, or of which nothing is known, has none", () => {
    expect(warn([], { ...message, name: "order_$(kind)" })).toEqual([]);
    expect(warn([], { ...message, language: "$(language)" })).toEqual([]);
    expect(warn([], { ...message, name: "" })).toEqual([]);
    expect(templateWarnings(templateMessageConfigSchema.parse(message), {})).toEqual([]);
  });
});

test("a check of a flow tells them as warnings, of a template's fallback too", () => {
  const config = { message: { type: "text", body: "Hello" }, templateFallback: message };
  const flow = makeFlow({
    nodes: [start, makeNode("whatsapp", { message }), makeNode("whatsapp", config, { id: "n4" })],
    variables: [{ name: "name" }],
  });
  const found = checkFlow(flow, { templates: [] }).filter(({ code }) => code === "unknown-template");
  expect(found.map(({ severity, nodeId, field }) => `${severity} ${nodeId} ${field}`)).toEqual([
    "warning n3 config.message.name",
    "warning n4 config.templateFallback.name",
  ]);
  expect(found[0]?.message).toMatch(/^config\.message\.name is order_update in en, .*onPolicyFail\.$/);
  expect(checkFlow(flow).filter(({ code }) => code === "unknown-template")).toEqual([]);
});

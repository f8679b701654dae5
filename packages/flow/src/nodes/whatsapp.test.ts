import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { whatsapp } from "./whatsapp.ts";

const message = { type: "text", body: "Hello $(name)" };
const { config } = makeNode("whatsapp", { message });

const onPolicyFail = { name: "onPolicyFail", colour: "red", isRequired: false };
const onDeliveryReportFail = { name: "onDeliveryReportFail", colour: "red", isRequired: false };
const onError = { name: "onError", colour: "red", isRequired: false };

describe("a WhatsApp node", () => {
  test("sends to the contact of the conversation and waits for nothing, unless it says otherwise", () => {
    expect(config).toEqual({
      destination: "",
      message: { type: "text", body: "Hello $(name)", previewUrl: false },
      contextId: "",
      waitFor: "none",
    });
  });

  test("that waits for nothing leaves by onSuccess, onPolicyFail or onError", () => {
    expect(whatsapp.outcomes(config)).toEqual([
      { name: "onSuccess", colour: "green", isRequired: true },
      onPolicyFail,
      onError,
    ]);
  });

  test.each([
    ["submit", "onSubmit"],
    ["delivery", "onDeliveryReportSuccess"],
    ["read", "onRead"],
  ] as const)("that waits for %s leaves by %s, a time-out or a failure", (waitFor, outcome) => {
    expect(whatsapp.outcomes({ ...config, waitFor, timeoutSeconds: 30 })).toEqual([
      { name: outcome, colour: "green", isRequired: true },
      { name: "onTimeout", colour: "amber", isRequired: true, fallback: "onDeliveryReportFail" },
      onPolicyFail,
      onDeliveryReportFail,
      onError,
    ]);
  });

  test("demands a way for onTimeout only when it has a timeout", () => {
    expect(whatsapp.outcomes({ ...config, waitFor: "read" })[1]).toMatchObject({
      name: "onTimeout",
      isRequired: false,
    });
  });

  test("puts out what became of the send", () => {
    expect(whatsapp.outputs(config)).toEqual([
      "send.gatewayTid",
      "send.messageId",
      "send.deliveryStatusCode",
      "send.deliveryStatusDescription",
      "send.sentDateTime",
      "send.response_data",
      "send.errorCode",
    ]);
  });

  test("may hold expressions in its message, destination, context, timeout and expiry", () => {
    const drawn = {
      message,
      destination: "$(to)",
      contextId: "$(whatsapp.transId)",
      waitFor: "read",
      timeoutSeconds: "$(wait)",
      expiry: { type: "utc", at: "$(until)" },
    };
    expect(whatsapp.templates(makeNode("whatsapp", drawn).config)).toEqual([
      { field: "destination", source: "$(to)" },
      { field: "message.body", source: "Hello $(name)" },
      { field: "contextId", source: "$(whatsapp.transId)" },
      { field: "timeoutSeconds", source: "$(wait)" },
      { field: "expiry.at", source: "$(until)" },
    ]);
  });

  test("may hold an expression in an expiry of seconds, and none in a number", () => {
    const fieldsOf = (seconds: number | string) =>
      whatsapp.templates({ ...config, expiry: { type: "seconds", seconds } }).map(({ field }) => field);
    expect(fieldsOf("$(soon)")).toContain("expiry.seconds");
    expect(fieldsOf(60)).not.toContain("expiry.seconds");
  });

  test("warns of a timeout that has nothing to wait for", () => {
    expect(whatsapp.problems?.({ ...config, timeoutSeconds: 30 })).toEqual([
      {
        severity: "warning",
        code: "useless-timeout",
        field: "timeoutSeconds",
        message: "has no effect, because Wait For is None; remove it or choose what to wait for",
      },
    ]);
    expect(whatsapp.problems?.({ ...config, waitFor: "submit", timeoutSeconds: 30 })).toEqual([]);
    expect(whatsapp.problems?.(config)).toEqual([]);
  });

  test.each<[unknown, string]>([
    [{}, "config.message is missing; it must be an object"],
    [{ message: { type: "fax" } }, 'config.message.type is "fax"; it must be "text"'],
    [{ message, waitFor: "reed" }, 'config.waitFor is "reed"; it must be "none", "submit", "delivery" or "read"'],
    [{ message, expiry: { type: "days" } }, 'config.expiry.type is "days"; it must be "utc" or "seconds"'],
    [{ message, contextid: "" }, 'config has the unknown field "contextid"; remove or correct it'],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("whatsapp", drawn)).toEqual([sentence]);
  });
});

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
      destinationType: "waId",
      destination: "",
      message: { type: "text", body: "Hello $(name)", previewUrl: false },
      contextId: "",
      identityKeyHash: "",
      correlationId: "",
      callbackData: "",
      notifyUrl: "",
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
      "send.response_interactive.*",
      "send.response_data",
      "send.errorCode",
    ]);
  });

  test("may hold expressions in all that it sends along, in its timeout and its expiry", () => {
    const drawn = {
      message,
      destination: "$(to)",
      contextId: "$(whatsapp.transId)",
      templateFallback: {
        type: "template",
        name: "order_update",
        body: [{ type: "text", text: "$(order)" }],
      },
      identityKeyHash: "$(hash)",
      correlationId: "$(ticket)",
      callbackData: "for $(ticket)",
      notifyUrl: "https://example.com/$(ticket)",
      waitFor: "read",
      timeoutSeconds: "$(wait)",
      expiry: { type: "utc", at: "$(until)" },
    };
    expect(whatsapp.templates(makeNode("whatsapp", drawn).config)).toEqual([
      { field: "destination", source: "$(to)" },
      { field: "message.body", source: "Hello $(name)" },
      { field: "templateFallback.name", source: "order_update" },
      { field: "templateFallback.language", source: "en" },
      { field: "templateFallback.body[0].name", source: "" },
      { field: "templateFallback.body[0].text", source: "$(order)" },
      { field: "contextId", source: "$(whatsapp.transId)" },
      { field: "identityKeyHash", source: "$(hash)" },
      { field: "correlationId", source: "$(ticket)" },
      { field: "callbackData", source: "for $(ticket)" },
      { field: "notifyUrl", source: "https://example.com/$(ticket)" },
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
    expect(whatsapp.problems?.({ ...config, timeoutSeconds: 30 }, {})).toEqual([
      {
        severity: "warning",
        code: "useless-timeout",
        field: "timeoutSeconds",
        message: "has no effect, because Wait For is None; remove it or choose what to wait for",
      },
    ]);
    expect(whatsapp.problems?.({ ...config, waitFor: "submit", timeoutSeconds: 30 }, {})).toEqual([]);
    expect(whatsapp.problems?.(config, {})).toEqual([]);
  });

  test.each<[object, string]>([
    [
      { message: { type: "read-mark" }, waitFor: "read" },
      "error useless-wait waitFor must be None, because no receipt ever comes for a mark that a message was read",
    ],
    [
      { message: { type: "read-mark" }, templateFallback: { type: "template", name: "order_update" } },
      "warning useless-fallback templateFallback has no effect, because the message needs no open session window",
    ],
    [{ templateFallback: { type: "template" } }, "error bad-message templateFallback.name is empty; choose a template"],
    [
      { message: { type: "text", body: "x".repeat(4097) } },
      "error bad-message message.body is 4097 characters long; WhatsApp takes at most 4096",
    ],
    [
      { notifyUrl: " https://example.com" },
      "error bad-url notifyUrl is no valid URL; the field takes only a valid URL, such as https://example.com/reports, or a variable",
    ],
    [
      { expiry: { type: "utc", at: "2026-24-12 06:00:00 PM" } },
      "error bad-time expiry.at is no time in UTC such as 2026-12-24T18:00:00Z",
    ],
    [
      { expiry: { type: "utc", format: "webex", at: "2026-12-24T18:00:00Z" } },
      "error bad-time expiry.at is no time in UTC such as 2026-24-12 06:00:00 PM, year, day, month",
    ],
    [
      { destination: "06-12345678" },
      "error bad-destination destination must be a phone number with its country code, such as +31612345678",
    ],
    [
      { destinationType: "bsuid", destination: "31612345678" },
      "error bad-destination destination must be a business-scoped user id such as US.13491208655302741918",
    ],
  ])("is told what is wrong with %j", (drawn, line) => {
    const node = makeNode("whatsapp", { message, ...drawn });
    const lines = whatsapp
      .problems?.(node.config, {})
      .map((problem) => `${problem.severity} ${problem.code} ${problem.field} ${problem.message}`);
    expect(lines).toEqual([line]);
  });

  test.each<object>([
    { expiry: { type: "utc", at: "2026-12-24T18:00:00Z" } },
    { expiry: { type: "utc", format: "webex", at: "2026-24-12 06:00:00 PM" } },
    { expiry: { type: "utc", at: "$(until)" } },
    { destination: "+31 (0)6 1234-5678" },
    { destination: "US.13491208655302741918" },
    { destination: "$(number)" },
    { destinationType: "bsuid", destination: "US.13491208655302741918" },
    { destinationType: "customerId", destination: "anything" },
    { notifyUrl: "https://example.com/reports " },
    { notifyUrl: "$(url)" },
  ])("is told of nothing wrong with %j", (drawn) => {
    expect(whatsapp.problems?.(makeNode("whatsapp", { message, ...drawn }).config, {})).toEqual([]);
  });

  test.each<[unknown, string]>([
    [{}, "config.message is missing; it must be an object"],
    [
      { message: { type: "fax" } },
      'config.message.type is "fax"; it must be "text", "media", "location", "contacts", "list", "reply-buttons", "template", "cta-url", "location-request", "reaction" or "read-mark"',
    ],
    [
      { message, destinationType: "email" },
      'config.destinationType is "email"; it must be "waId", "bsuid" or "customerId"',
    ],
    [
      { message, expiry: { type: "utc", at: "", format: "unix" } },
      'config.expiry.format is "unix"; it must be "iso" or "webex"',
    ],
    [{ message, waitFor: "reed" }, 'config.waitFor is "reed"; it must be "none", "submit", "delivery" or "read"'],
    [{ message, expiry: { type: "days" } }, 'config.expiry.type is "days"; it must be "utc" or "seconds"'],
    [{ message, contextid: "" }, 'config has the unknown field "contextid"; remove or correct it'],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("whatsapp", drawn)).toEqual([sentence]);
  });
});

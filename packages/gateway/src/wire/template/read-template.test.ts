import type { JsonObject } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { readTemplate } from "./read-template.ts";

const body = { type: "BODY", text: "Hi {{1}}, order {{2}} is here.", example: { body_text: [["Pablo", "12"]] } };
const listed: JsonObject = {
  id: "594425479261596",
  name: "order_shipped",
  language: "en_US",
  category: "UTILITY",
  status: "APPROVED",
  parameter_format: "POSITIONAL",
  components: [body],
};
const withComponents = (...components: JsonObject[]) => readTemplate({ ...listed, components });
const withButtons = (...buttons: JsonObject[]) => withComponents(body, { type: "BUTTONS", buttons });

describe("a listed template", () => {
  test("is read with its id, status and parts", () => {
    expect(readTemplate(listed)).toEqual({
      providerId: "594425479261596",
      status: "approved",
      reason: "",
      template: {
        name: "order_shipped",
        language: "en_US",
        category: "utility",
        parameterFormat: "positional",
        header: { type: "none" },
        body: "Hi {{1}}, order {{2}} is here.",
        bodyExamples: ["Pablo", "12"],
        footer: "",
        buttons: [],
        hasSecurityAdvice: false,
      },
    });
  });

  test.each([
    { example: undefined, samples: ["", ""] },
    { example: { body_text: ["Pablo", "12"] }, samples: ["Pablo", "12"] },
    { example: { body_text: [["Pablo"]] }, samples: ["Pablo", ""] },
    { example: { body_text: 7 }, samples: ["", ""] },
    { example: [], samples: ["", ""] },
  ])("has a sample for each placeholder, also with the example $example", ({ example, samples }) => {
    const component = JSON.parse(JSON.stringify({ ...body, example })) as JsonObject;
    expect(withComponents(component)?.template.bodyExamples).toEqual(samples);
  });

  test("has named samples in the order of their placeholders", () => {
    const text = "Hi {{first}}, order {{order}} is here.";
    const samples = [
      { param_name: "order", example: "12" },
      { param_name: "first", example: "Pablo" },
    ];
    const components = [
      {
        type: "header",
        format: "text",
        text: "For {{who}}",
        example: { header_text_named_params: [{ param_name: "who", example: "us" }] },
      },
      { type: "body", text, example: { body_text_named_params: samples } },
    ];
    expect(readTemplate({ ...listed, parameter_format: "named", components })?.template).toMatchObject({
      parameterFormat: "named",
      header: { type: "text", text: "For {{who}}", example: "us" },
      body: text,
      bodyExamples: ["Pablo", "12"],
    });
  });

  test.each([
    {
      header: { format: "TEXT", text: "Hi {{1}}", example: { header_text: ["Pablo"] } },
      type: "text",
      example: "Pablo",
    },
    {
      header: { format: "IMAGE", example: { header_handle: ["https://cdn.example/a"] } },
      type: "image",
      example: "https://cdn.example/a",
    },
    { header: { format: "VIDEO" }, type: "video", example: "" },
    { header: { format: "DOCUMENT" }, type: "document", example: "" },
    { header: { format: "LOCATION" }, type: "location", example: undefined },
  ])("has the header $header", ({ header, type, example }) => {
    expect(withComponents({ type: "HEADER", ...header }, body)?.template.header).toMatchObject({
      type,
      ...(example === undefined ? {} : { example }),
    });
  });

  test("has its buttons, with a sample alone or in a list", () => {
    const url = "https://example.com/{{1}}";
    expect(
      withButtons(
        { type: "QUICK_REPLY", text: "Yes" },
        { type: "URL", text: "Track", url, example: ["https://example.com/12"] },
        { type: "PHONE_NUMBER", text: "Call", phone_number: "+31612345678" },
        { type: "COPY_CODE", text: "Copy offer code", example: ["25OFF"] },
        { type: "copy_code", example: "26OFF" },
      )?.template.buttons,
    ).toEqual([
      { type: "quick-reply", text: "Yes" },
      { type: "url", text: "Track", url, example: "https://example.com/12" },
      { type: "phone-number", text: "Call", phoneNumber: "+31612345678" },
      { type: "copy-code", example: "25OFF" },
      { type: "copy-code", example: "26OFF" },
    ]);
  });

  test.each([
    { status: "REJECTED", rejected_reason: "INVALID_FORMAT", read: "rejected", reason: "INVALID_FORMAT" },
    { status: "APPROVED", rejected_reason: "NONE", read: "approved", reason: "" },
    { status: "paused", rejected_reason: null, read: "paused", reason: "" },
    { status: "IN_APPEAL", rejected_reason: "NONE", read: "pending", reason: "Its rejection is in appeal." },
  ])("is $read with the status $status", ({ status, rejected_reason, read, reason }) => {
    expect(readTemplate({ ...listed, status, rejected_reason })).toMatchObject({ status: read, reason });
  });
});

describe("a listed template for authentication", () => {
  const otp = (query: string): JsonObject => ({
    type: "URL",
    text: "Copy code",
    url: `https://www.whatsapp.com/otp/code/?${query}&code=otp{{1}}`,
    example: [`https://www.whatsapp.com/otp/code/?${query}&code=otp123456`],
  });
  const read = (button: JsonObject) =>
    readTemplate({
      ...listed,
      category: "AUTHENTICATION",
      components: [
        {
          type: "BODY",
          text: "*{{1}}* is your verification code. For your security, do not share this code.",
          add_security_recommendation: true,
          example: { body_text: [["123456"]] },
        },
        { type: "FOOTER", text: "This code expires in 10 minutes.", code_expiration_minutes: 10 },
        { type: "BUTTONS", buttons: [button] },
      ],
    })?.template;

  test("has no text of its own, and a button that comes back as a link to WhatsApp", () => {
    expect(read(otp("otp_type=COPY_CODE&code_expiration_minutes=10"))).toMatchObject({
      body: "",
      bodyExamples: [],
      footer: "",
      hasSecurityAdvice: true,
      codeExpiresAfterMinutes: 10,
      buttons: [
        { type: "otp", otpType: "copy-code", text: "Copy code", autofillText: "", packageName: "", signatureHash: "" },
      ],
    });
  });

  test.each(["K8a%2FAI%2BcGX7", "K8a/AI+cGX7"])("names the app that a code is handed to, with the hash %s", (hash) => {
    const query = `otp_type=ONE_TAP&cta_display_name=Auto%20fill&package_name=com.example.app&signature_hash=${hash}`;
    expect(read(otp(query))?.buttons).toEqual([
      {
        ...{ type: "otp", otpType: "one-tap", text: "Copy code", autofillText: "Auto fill" },
        ...{ packageName: "com.example.app", signatureHash: "K8a/AI+cGX7" },
      },
    ]);
  });

  test("has a plain link where the link is to elsewhere or of no known type", () => {
    const url = "https://www.whatsapp.com.example/otp/code/?otp_type=COPY_CODE";
    expect(read({ type: "URL", text: "Copy", url })?.buttons).toMatchObject([{ type: "url", url }]);
    expect(read(otp("otp_type=constructor"))?.buttons).toMatchObject([{ type: "url" }]);
  });
});

describe("a listed template that no template of ours can say is not read", () => {
  test.each<{ why: string; changes: JsonObject }>([
    { why: "without an id", changes: { id: "" } },
    { why: "in a status that is not known", changes: { status: "SUNG" } },
    { why: "in a category that is not known", changes: { category: "TRANSACTIONAL" } },
    { why: "without components", changes: { components: null } },
    { why: "without a body", changes: { components: [{ type: "FOOTER", text: "Bye" }] } },
    { why: "with a body that has no text", changes: { components: [{ type: "BODY" }] } },
    { why: "with two bodies", changes: { components: [body, body] } },
    { why: "with a carousel", changes: { components: [body, { type: "CAROUSEL", cards: [] }] } },
    { why: "with a moving picture", changes: { components: [{ type: "HEADER", format: "GIF" }, body] } },
    { why: "with a component that is none", changes: { components: [body, 7] } },
    { why: "with a text beyond all bounds", changes: { components: [{ ...body, text: "x".repeat(5001) }] } },
  ])("$why", ({ changes }) => {
    expect(readTemplate({ ...listed, ...changes })).toBeUndefined();
  });

  test.each(["FLOW", "CATALOG", "MPM", "VOICE_CALL", "constructor", "__proto__"])(
    "with a button of type %s",
    (type) => {
      expect(withButtons({ type, text: "Open" })).toBeUndefined();
    },
  );

  test("with a button that lacks what it needs", () => {
    expect(withButtons({ type: "QUICK_REPLY" })).toBeUndefined();
    expect(withButtons({ type: "URL", text: "Shop" })).toBeUndefined();
  });
});

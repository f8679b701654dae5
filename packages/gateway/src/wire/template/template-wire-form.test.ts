import { type Template, templateSchema } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { templateComponents, templateCreation } from "./template-wire-form.ts";

const common = { name: "order_confirmation", language: "en_US" };
const utility = (changes: object): Template =>
  templateSchema.parse({ ...common, category: "utility", body: "Thank you.", ...changes });
const authentication = (otp: object, changes: object = {}): Template =>
  templateSchema.parse({
    ...common,
    category: "authentication",
    body: "",
    buttons: [{ type: "otp", ...otp }],
    ...changes,
  });

describe("a template is submitted", () => {
  test("with numbered placeholders and their samples", () => {
    const template = utility({
      header: { type: "text", text: "For {{1}}", example: "Pablo" },
      body: "Hi {{1}}! Your order is {{2}}. Thank you.",
      bodyExamples: ["Pablo", "860198-230332"],
      footer: "Reply STOP to end",
    });
    expect(templateCreation(template)).toEqual({
      ...common,
      category: "UTILITY",
      parameter_format: "POSITIONAL",
      components: [
        { type: "HEADER", format: "TEXT", text: "For {{1}}", example: { header_text: ["Pablo"] } },
        {
          type: "BODY",
          text: "Hi {{1}}! Your order is {{2}}. Thank you.",
          example: { body_text: [["Pablo", "860198-230332"]] },
        },
        { type: "FOOTER", text: "Reply STOP to end" },
      ],
    });
  });

  test("with named placeholders and their samples", () => {
    const template = utility({
      parameterFormat: "named",
      header: { type: "text", text: "For {{first_name}}", example: "Pablo" },
      body: "Hi {{first_name}}! Your order is {{order}}.",
      bodyExamples: ["Pablo", "860198-230332"],
    });
    expect(templateCreation(template)).toMatchObject({ parameter_format: "NAMED" });
    expect(templateComponents(template)).toEqual([
      {
        type: "HEADER",
        format: "TEXT",
        text: "For {{first_name}}",
        example: { header_text_named_params: [{ param_name: "first_name", example: "Pablo" }] },
      },
      {
        type: "BODY",
        text: "Hi {{first_name}}! Your order is {{order}}.",
        example: {
          body_text_named_params: [
            { param_name: "first_name", example: "Pablo" },
            { param_name: "order", example: "860198-230332" },
          ],
        },
      },
    ]);
  });

  test("without samples where there are no placeholders", () => {
    expect(templateComponents(utility({ header: { type: "text", text: "Hi", example: "stale" } }))).toEqual([
      { type: "HEADER", format: "TEXT", text: "Hi" },
      { type: "BODY", text: "Thank you." },
    ]);
  });

  test.each(["image", "video", "document"])("with the handle of a sample file for a header of type %s", (type) => {
    expect(templateComponents(utility({ header: { type, example: "4::aW" } }))[0]).toEqual({
      type: "HEADER",
      format: type.toUpperCase(),
      example: { header_handle: ["4::aW"] },
    });
  });

  test("with a place for its header", () => {
    expect(templateComponents(utility({ header: { type: "location" } }))[0]).toEqual({
      type: "HEADER",
      format: "LOCATION",
    });
  });

  test("with its buttons in their order", () => {
    const buttons = [
      { type: "quick-reply", text: "Yes" },
      { type: "url", text: "Shop", url: "https://example.com" },
      { type: "url", text: "Track", url: "https://example.com/{{1}}", example: "https://example.com/12" },
      { type: "phone-number", text: "Call", phoneNumber: "+31612345678" },
      { type: "copy-code", example: "25OFF" },
    ];
    expect(templateComponents(utility({ buttons }))[1]).toEqual({
      type: "BUTTONS",
      buttons: [
        { type: "QUICK_REPLY", text: "Yes" },
        { type: "URL", text: "Shop", url: "https://example.com" },
        { type: "URL", text: "Track", url: "https://example.com/{{1}}", example: ["https://example.com/12"] },
        { type: "PHONE_NUMBER", text: "Call", phone_number: "+31612345678" },
        { type: "COPY_CODE", example: "25OFF" },
      ],
    });
  });

  test("for authentication without a text of its own", () => {
    const template = authentication(
      { otpType: "copy-code", text: "Copy Code" },
      { hasSecurityAdvice: true, codeExpiresAfterMinutes: 5 },
    );
    expect(templateComponents(template)).toEqual([
      { type: "BODY", add_security_recommendation: true },
      { type: "FOOTER", code_expiration_minutes: 5 },
      { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE", text: "Copy Code" }] },
    ]);
    expect(templateComponents(authentication({ otpType: "copy-code" }))).toEqual([
      { type: "BODY", add_security_recommendation: false },
      { type: "BUTTONS", buttons: [{ type: "OTP", otp_type: "COPY_CODE" }] },
    ]);
  });

  test.each([
    { otpType: "one-tap", wire: { otp_type: "ONE_TAP" } },
    { otpType: "zero-tap", wire: { otp_type: "ZERO_TAP", zero_tap_terms_accepted: true } },
  ])("for authentication by $otpType with the app that the code is handed to", ({ otpType, wire }) => {
    const app = { packageName: "com.example.luckyshrub", signatureHash: "K8a/AINcGX7" };
    expect(templateComponents(authentication({ otpType, autofillText: "Autofill", ...app }))[1]).toEqual({
      type: "BUTTONS",
      buttons: [
        {
          type: "OTP",
          ...wire,
          autofill_text: "Autofill",
          supported_apps: [{ package_name: "com.example.luckyshrub", signature_hash: "K8a/AINcGX7" }],
        },
      ],
    });
  });
});

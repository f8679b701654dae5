import { describe, expect, test } from "vitest";
import { renderTemplate } from "./render-template.ts";
import { authenticationWith, messageWith, templateWith, textParameter } from "./sample-template.test-support.ts";

describe("a template reads", () => {
  test("with its samples where no message is given", () => {
    const template = templateWith({ header: { type: "text", text: "For {{1}}", example: "Pablo" }, footer: "Bye" });
    expect(renderTemplate(template)).toEqual({
      header: "For Pablo",
      body: "Hi Pablo, order 12 is on its way.",
      footer: "Bye",
      buttons: [],
    });
  });

  test("with the values of a message, and the fallbacks of what cannot be localised here", () => {
    const template = templateWith({ header: { type: "text", text: "For {{1}}", example: "Pablo" } });
    const message = messageWith({
      header: { type: "text", parameter: textParameter("Ada") },
      body: [
        { type: "currency", name: "", code: "EUR", amount1000: 9990, fallback: "€9.99" },
        { type: "date-time", name: "", timestamp: 0, fallback: "today" },
      ],
    });
    expect(renderTemplate(template, message)).toMatchObject({
      header: "For Ada",
      body: "Hi €9.99, order today is on its way.",
    });
  });

  test("with named values in any order", () => {
    const template = templateWith({
      parameterFormat: "named",
      header: { type: "text", text: "For {{who}}", example: "Pablo" },
      body: "Hi {{first}}, order {{order}} is here.",
    });
    const message = messageWith({
      header: { type: "text", parameter: textParameter("us", "who") },
      body: [textParameter("7", "order"), textParameter("Ada", "first")],
    });
    expect(renderTemplate(template, message)).toMatchObject({ header: "For us", body: "Hi Ada, order 7 is here." });
  });

  test("with its placeholders where there is no value", () => {
    expect(renderTemplate(templateWith({ bodyExamples: ["", ""] })).body).toBe("Hi {{1}}, order {{2}} is on its way.");
    const header = { type: "text", text: "For {{1}}", example: "Pablo" } as const;
    expect(renderTemplate(templateWith({ header }), messageWith({ body: [] }))).toMatchObject({
      header: "For {{1}}",
      body: "Hi {{1}}, order {{2}} is on its way.",
    });
  });

  test("without a line for a header that is a file or a place", () => {
    expect(renderTemplate(templateWith({ header: { type: "image", example: "h" } })).header).toBe("");
  });

  test("in WhatsApp's words for authentication", () => {
    const template = authenticationWith({ hasSecurityAdvice: true, codeExpiresAfterMinutes: 5 });
    expect(renderTemplate(template, messageWith({ body: [textParameter("J$Fp")] }))).toEqual({
      header: "",
      body: "*J$Fp* is your verification code. For your security, do not share this code.",
      footer: "This code expires in 5 minutes.",
      buttons: [{ type: "otp", text: "Copy code" }],
    });
    expect(renderTemplate(authenticationWith())).toMatchObject({
      body: "*123456* is your verification code.",
      footer: "",
    });
  });

  test("with what its buttons say, in WhatsApp's words where it has none", () => {
    const app = { packageName: "com.example.app", signatureHash: "K8a/AINcGX7" };
    const buttons = renderTemplate(
      templateWith({
        buttons: [
          { type: "quick-reply", text: "Yes" },
          { type: "copy-code", example: "25OFF" },
          { type: "otp", otpType: "one-tap", text: "", autofillText: "Fill in", ...app },
          { type: "otp", otpType: "zero-tap", text: "", autofillText: "", ...app },
        ],
      }),
    ).buttons;
    expect(buttons.map(({ text }) => text)).toEqual(["Yes", "Copy offer code", "Fill in", "Autofill"]);
  });
});

import { checkTemplate, type JsonObject, type Template, templateSchema } from "@parley/messaging";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readTemplate } from "./read-template.ts";
import { templateWireForm } from "./template-wire.ts";

const words = fc.stringMatching(/^[a-z]{1,8}$/);
const sample = fc.string({ minLength: 1, maxLength: 20 });

const header = fc.oneof(
  fc.constant({ type: "none" }),
  fc.record({ type: fc.constant("text"), text: words, example: fc.constant("") }),
  fc.record({ type: fc.constant("text"), text: words.map((text) => `${text} {{1}}`), example: sample }),
  fc.record({ type: fc.constantFrom("image", "video", "document"), example: sample }),
  fc.constant({ type: "location" }),
);

const button = fc.oneof(
  fc.record({ type: fc.constant("quick-reply"), text: words }),
  fc.record({
    type: fc.constant("url"),
    text: words,
    url: fc.constant("https://example.com/a"),
    example: fc.constant(""),
  }),
  fc.record({ type: fc.constant("url"), text: words, url: fc.constant("https://example.com/{{1}}"), example: sample }),
  fc.record({ type: fc.constant("phone-number"), text: words, phoneNumber: fc.constant("+31612345678") }),
  fc.record({ type: fc.constant("copy-code"), example: sample }),
);

/** Templates of every shape but those for one-time passwords, which Meta gives back otherwise than they were handed in. */
const template: fc.Arbitrary<Template> = fc
  .record({
    name: fc.stringMatching(/^[a-z0-9_]{1,20}$/),
    language: fc.constantFrom("en", "en_US", "nl"),
    category: fc.constantFrom("marketing", "utility"),
    header,
    body: fc.tuple(words, words).map(([first, last]) => `${first} {{1}} and {{2}} ${last}`),
    bodyExamples: fc.tuple(sample, sample),
    footer: fc.oneof(fc.constant(""), words),
    buttons: fc.array(button, { maxLength: 10 }),
  })
  .map((drawn) => templateSchema.parse(drawn));

function overTheWire(drawn: Template): unknown {
  const kept = { id: "100", businessAccountId: "1", status: "approved", reason: "NONE", explanation: "" } as const;
  const form = templateWireForm({ ...kept, template: drawn });
  return readTemplate(JSON.parse(JSON.stringify(form)) as JsonObject);
}

test("a template that was handed in comes back as it was", () => {
  fc.assert(
    fc.property(template, (drawn) => {
      expect(overTheWire(drawn)).toEqual({ isValid: true, value: drawn });
    }),
  );
});

test("named placeholders come back with their names and samples", () => {
  const named = templateSchema.parse({
    ...{ name: "hello", language: "en", category: "utility", parameterFormat: "named" },
    header: { type: "text", text: "Hi {{first_name}}", example: "Ann" },
    body: "Your order {{order_id}} comes {{day}} at noon.",
    bodyExamples: ["A-17", "Friday"],
  });
  expect(checkTemplate(named)).toEqual([]);
  expect(overTheWire(named)).toEqual({ isValid: true, value: named });
});

test("a template for one-time passwords comes back with WhatsApp's own words and a link in the place of its button", () => {
  const otp = templateSchema.parse({
    ...{ name: "code", language: "en", category: "authentication", body: "", hasSecurityAdvice: true },
    codeExpiresAfterMinutes: 10,
    buttons: [{ type: "otp", otpType: "copy-code", text: "Copy" }],
  });
  const kept = { id: "100", businessAccountId: "1", status: "approved", reason: "NONE", explanation: "" } as const;
  expect(templateWireForm({ ...kept, template: otp })).toMatchObject({
    category: "AUTHENTICATION",
    components: [
      {
        type: "BODY",
        text: "*{{1}}* is your verification code. For your security, do not share this code.",
        add_security_recommendation: true,
      },
      { type: "FOOTER", text: "This code expires in 10 minutes.", code_expiration_minutes: 10 },
      {
        type: "BUTTONS",
        buttons: [
          {
            type: "URL",
            text: "Copy",
            url: "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=10&code=otp{{1}}",
          },
        ],
      },
    ],
  });
});

import { type Template, type TemplateButton, type TemplateHeader, templateCategories } from "@parley/messaging";
import * as fc from "fast-check";

/** Any text that says something, also halves of characters and what looks like an end of a placeholder. */
const said = fc
  .array(fc.constantFrom("a", "Ü", "\u{1F642}", "\ud800", " ", '"', "\n", "}", "{ "), {
    minLength: 1,
    maxLength: 20,
  })
  .map((units) => `x${units.join("")}x`);
const maybe = fc.oneof(fc.constant(""), said);
const namesOf = { positional: ["1", "2", "3"], named: ["first_name", "order", "day2"] } as const;

const plainHeaders: fc.Arbitrary<TemplateHeader> = fc.oneof(
  fc.constant({ type: "none" as const }),
  said.map((text) => ({ type: "text" as const, text, example: "" })),
  fc.record({ type: fc.constantFrom("image" as const, "video" as const, "document" as const), example: maybe }),
  fc.constant({ type: "location" as const }),
);
const contentButtons: fc.Arbitrary<TemplateButton> = fc.oneof(
  said.map((text) => ({ type: "quick-reply" as const, text })),
  said.map((text) => ({ type: "url" as const, text, url: "https://example.com/shop", example: "" })),
  fc.record({
    type: fc.constant("url" as const),
    text: said,
    url: fc.constant("https://example.com/orders/{{1}}"),
    example: said,
  }),
  fc.record({ type: fc.constant("phone-number" as const), text: said, phoneNumber: fc.constant("+31612345678") }),
  fc.record({ type: fc.constant("copy-code" as const), example: said }),
);
const app = { packageName: fc.constant("com.example.app"), signatureHash: fc.constant("K8a/AI+cGX=") };
const otpButtons: fc.Arbitrary<TemplateButton> = fc.oneof(
  fc.record({
    type: fc.constant("otp" as const),
    otpType: fc.constant("copy-code" as const),
    text: maybe,
    autofillText: fc.constant(""),
    packageName: fc.constant(""),
    signatureHash: fc.constant(""),
  }),
  fc.record({
    type: fc.constant("otp" as const),
    otpType: fc.constantFrom("one-tap" as const, "zero-tap" as const),
    text: maybe,
    autofillText: maybe,
    ...app,
  }),
);
const common = { name: fc.constantFrom("order_shipped", "a"), language: fc.constantFrom("en", "pt_BR") };

const authentication: fc.Arbitrary<Template> = fc.record({
  ...common,
  category: fc.constant("authentication" as const),
  parameterFormat: fc.constantFrom("positional" as const, "named" as const),
  header: fc.constant({ type: "none" as const }),
  body: fc.constant(""),
  bodyExamples: fc.constant([]),
  footer: fc.constant(""),
  buttons: fc.array(otpButtons, { maxLength: 1 }),
  hasSecurityAdvice: fc.boolean(),
  codeExpiresAfterMinutes: fc.option(fc.integer({ min: 1, max: 90 }), { nil: undefined }),
});

const content: fc.Arbitrary<Template> = fc
  .record({
    ...common,
    category: fc.constantFrom(...templateCategories.filter((category) => category !== "authentication")),
    parameterFormat: fc.constantFrom("positional" as const, "named" as const),
    plainHeader: plainHeaders,
    headerSample: fc.option(said, { nil: undefined }),
    words: said,
    bodyExamples: fc.array(maybe, { maxLength: 3 }),
    footer: maybe,
    buttons: fc.array(contentButtons, { maxLength: 4 }),
  })
  .map(({ plainHeader, headerSample, words, ...rest }) => {
    const names = namesOf[rest.parameterFormat];
    return {
      ...rest,
      header:
        headerSample === undefined
          ? plainHeader
          : { type: "text", text: `${words} {{${names[0]}}}`, example: headerSample },
      body: `${words}${rest.bodyExamples.map((_, index) => ` {{${names[index]}}} and`).join("")}`,
      hasSecurityAdvice: false,
      codeExpiresAfterMinutes: undefined,
    };
  });

/** Any template that says nothing twice: no sample without a placeholder, and of an authentication template no text of its own. */
export const templates: fc.Arbitrary<Template> = fc.oneof(content, authentication);

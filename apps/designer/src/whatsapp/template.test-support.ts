import { type Json, type Template, templateSchema } from "@parley/messaging";

/** A template with something of everything. */
export const offer: Template = templateSchema.parse({
  name: "offer",
  language: "en",
  category: "marketing",
  header: { type: "text", text: "For {{1}}", example: "Ada" },
  body: "Your order {{1}} costs {{2}}.",
  bodyExamples: ["1001", "€5"],
  footer: "Juniper Books",
  buttons: [
    { type: "quick-reply", text: "Yes please" },
    { type: "quick-reply", text: "No" },
    { type: "url", text: "See it", url: "https://example.com/o/{{1}}", example: "https://example.com/o/1" },
    { type: "phone-number", text: "Call", phoneNumber: "+31201234567" },
  ],
});

/** A message made of it, as it is drawn. */
export const offerConfig: Json = {
  type: "template",
  name: "offer",
  language: "en",
  header: { type: "text", parameter: { type: "text", name: "", text: "$(whatsapp.username)" } },
  body: [
    { type: "text", name: "", text: "17" },
    { type: "currency", name: "", code: "EUR", amount1000: "9990", fallback: "€9.99" },
  ],
  buttons: [
    { type: "quick-reply", index: 0, payload: "take-it" },
    { type: "url", index: 2, suffix: "17" },
  ],
};

/** The same message on the wire. */
export const offerWire = {
  type: "template",
  template: {
    name: "offer",
    language: { code: "en", policy: "deterministic" },
    components: [
      { type: "header", parameters: [{ type: "text", text: "Ada" }] },
      {
        type: "body",
        parameters: [
          { type: "text", text: "17" },
          { type: "currency", currency: { fallback_value: "€9.99", code: "EUR", amount_1000: 9990 } },
        ],
      },
      { type: "button", sub_type: "quick_reply", index: "0", parameters: [{ type: "payload", payload: "take-it" }] },
      { type: "button", sub_type: "url", index: 2, parameters: [{ type: "text", text: "17" }] },
    ],
  },
};

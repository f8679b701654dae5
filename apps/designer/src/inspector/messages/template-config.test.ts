import { newMessageConfigOf } from "@parley/flow";
import { type Json, type Template, templateSchema } from "@parley/messaging";
import { expect, test } from "vitest";
import { offer, offerConfig } from "../../whatsapp/template.test-support.ts";
import { fitsTemplate, withTemplate } from "./template-config.ts";

const fresh = newMessageConfigOf("template") as unknown as Json;
const make = (parts: object): Template =>
  templateSchema.parse({ name: "t", language: "nl", category: "utility", body: "Hi", ...parts });

test("It is true that a template that is chosen brings a field for each value that it wants", () => {
  expect(withTemplate(fresh, offer)).toEqual({
    type: "template",
    name: "offer",
    language: "en",
    header: { type: "text", parameter: { type: "text", name: "", text: "" } },
    body: [
      { type: "text", name: "", text: "" },
      { type: "text", name: "", text: "" },
    ],
    buttons: [
      { type: "quick-reply", index: 0, payload: "" },
      { type: "quick-reply", index: 1, payload: "" },
      { type: "url", index: 2, suffix: "" },
    ],
  });
});

test("It is true that values that fit stay when another template is chosen, or the same again", () => {
  expect(withTemplate(offerConfig, offer)).toMatchObject({
    header: { parameter: { text: "$(whatsapp.username)" } },
    body: [{ text: "17" }, { type: "currency", fallback: "€9.99" }],
    buttons: [{ payload: "take-it" }, { index: 1, payload: "" }, { suffix: "17" }],
  });
  expect(withTemplate(offerConfig, make({ body: "For {{1}}" }))).toMatchObject({
    header: { type: "none" },
    body: [{ text: "17" }],
    buttons: [],
  });
});

test("It is true that named values are kept by their names", () => {
  const named = make({ parameterFormat: "named", body: "{{city}} and {{street}}" });
  const config = { ...(fresh as object), body: [{ type: "text", name: "street", text: "Dam" }] } as Json;
  expect(withTemplate(config, named)["body"]).toEqual([
    { type: "text", name: "city", text: "" },
    { type: "text", name: "street", text: "Dam" },
  ]);
});

test("It is true that the value of a header's placeholder has its name, where placeholders have names", () => {
  const header = { type: "text", text: "For {{who}}", example: "Ada" } as const;
  const named = make({ parameterFormat: "named", header });
  const chosen = withTemplate(offerConfig, named);
  expect(chosen["header"]).toEqual({
    type: "text",
    parameter: { type: "text", name: "who", text: "$(whatsapp.username)" },
  });
  expect(fitsTemplate(chosen, named)).toBe(true);
  expect(fitsTemplate(chosen, make({ header: { ...header, text: "For {{1}}" } }))).toBe(false);
  expect(withTemplate(chosen, offer)["header"]).toMatchObject({ parameter: { name: "" } });
});

test("It is true that a header is of the kind that the template has, and a code goes to body and button", () => {
  expect(withTemplate(fresh, make({ header: { type: "video" } }))["header"]).toEqual({
    type: "media",
    media: { kind: "video", source: { type: "link", url: "" }, fileName: "" },
  });
  expect(withTemplate(fresh, make({ header: { type: "location" } }))["header"]).toMatchObject({ type: "location" });
  const code = make({ category: "authentication", body: "", buttons: [{ type: "otp", otpType: "copy-code" }] });
  expect(withTemplate(fresh, code)).toMatchObject({
    body: [{ type: "text", name: "", text: "" }],
    buttons: [{ type: "otp", index: 0, code: "" }],
  });
});

test("It is true that a message fits its template until the template wants other values", () => {
  expect(fitsTemplate(withTemplate(fresh, offer), offer)).toBe(true);
  expect(fitsTemplate(withTemplate(offerConfig, offer), offer)).toBe(true);
  expect(fitsTemplate(withTemplate(fresh, offer), { ...offer, body: "{{1}} {{2}} {{3}}" })).toBe(false);
  expect(fitsTemplate(withTemplate(fresh, offer), { ...offer, header: { type: "image", example: "" } })).toBe(false);
  expect(fitsTemplate(fresh, offer)).toBe(false);
});

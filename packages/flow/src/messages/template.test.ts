import { expect, test } from "vitest";
import { drawMessage, fieldsOf, messageOf, problemsOf } from "./message.test-support.ts";
import { template } from "./template.ts";

const whole = {
  type: "template",
  name: "order_update",
  language: "en_US",
  header: { type: "location", place: { latitude: "52.37", longitude: "4.9", name: "Shop", address: "Damrak 1" } },
  body: [
    { type: "text", text: "$(name)" },
    { type: "currency", code: "EUR", amount1000: "9990", fallback: "€ 9.99" },
    { type: "date-time", timestamp: "1798136400", fallback: "$(day)" },
  ],
  buttons: [
    { type: "quick-reply", index: 0, payload: "track-$(id)" },
    { type: "url", index: 1, suffix: "$(id)" },
    { type: "copy-code", index: 2, code: "25OFF" },
  ],
};

test("a new template message lacks the choice of a template", () => {
  expect(drawMessage(template.newConfig)).toEqual(template.newConfig);
  expect(problemsOf(template.newConfig)).toEqual(["name is empty; choose a template"]);
});

test("numbers are written as text, so that they may be expressions, and sent as numbers", () => {
  expect(messageOf(whole)).toEqual({
    ...whole,
    header: { type: "location", place: { latitude: 52.37, longitude: 4.9, name: "Shop", address: "Damrak 1" } },
    body: [
      { type: "text", name: "", text: "<name>" },
      { type: "currency", name: "", code: "EUR", amount1000: 9990, fallback: "€ 9.99" },
      { type: "date-time", name: "", timestamp: 1_798_136_400, fallback: "<day>" },
    ],
    buttons: [
      { type: "quick-reply", index: 0, payload: "track-<id>" },
      { type: "url", index: 1, suffix: "<id>" },
      { type: "copy-code", index: 2, code: "25OFF" },
    ],
  });
  expect(fieldsOf(whole)).toEqual(
    expect.arrayContaining(["header.place.latitude", "body[1].amount1000", "body[2].timestamp", "buttons[1].suffix"]),
  );
});

test("a quick reply without a payload is left out, as it then gives back its text", () => {
  expect(messageOf({ ...whole, buttons: [{ type: "quick-reply", index: 0 }] })).toMatchObject({ buttons: [] });
});

test("a header may be text with a parameter, or a file", () => {
  const parameter = { type: "currency", code: "EUR", amount1000: "$(sum)", fallback: "some" };
  expect(fieldsOf({ ...whole, header: { type: "text", parameter } })).toContain("header.parameter.amount1000");
  expect(problemsOf({ ...whole, header: { type: "text", parameter } })).toEqual([]);
  const media = { kind: "image", source: { type: "upload", mediaId: "7" }, fileName: "" };
  expect(messageOf({ ...whole, header: { type: "media", media } })).toMatchObject({ header: { media } });
});

test.each([
  [{ language: "English" }, "language must be a language code such as en or en_US"],
  [{ body: [{ type: "text" }] }, "body[0].text is empty; WhatsApp refuses an empty parameter"],
  [
    { body: [{ type: "text", text: "a\nb" }] },
    "body[0].text holds a line break, a tab or more than four spaces in a row, which WhatsApp refuses in a parameter",
  ],
  [
    { body: [{ type: "currency", code: "euro", amount1000: "1", fallback: "x" }] },
    "body[0].code must be a currency code of three capital letters, such as EUR",
  ],
  [
    { buttons: [{ type: "otp", index: 0, code: "x".repeat(16) }] },
    "buttons[0].code is 16 characters long; WhatsApp takes at most 15",
  ],
])("with %j it is refused", (wrong, sentence) => {
  expect(problemsOf({ ...whole, ...wrong })).toEqual([sentence]);
});

test.each(["9.99", "nine", ""])("an amount of %j is refused", (amount1000) => {
  const body = [{ type: "currency", code: "EUR", amount1000, fallback: "x" }];
  expect(problemsOf({ ...whole, body })).toEqual(["body[0].amount1000 must be a whole number: the amount times 1000"]);
});

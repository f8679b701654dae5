import type { JsonObject } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { choicesOf } from "../phone-choice.ts";
import { createTestProvider, textOf } from "./provider.test-support.ts";

const text = (value: string, more: JsonObject = {}): JsonObject => ({ type: "text", text: value, ...more });
const body = (...parameters: JsonObject[]): JsonObject => ({ type: "body", parameters });
const header = (...parameters: JsonObject[]): JsonObject => ({ type: "header", parameters });
const button = (sub_type: string, index: number | string, ...parameters: JsonObject[]): JsonObject => {
  return { type: "button", sub_type, index, parameters };
};

function message(components: readonly JsonObject[] = [body(text("A-17"))], template: JsonObject = {}): JsonObject {
  const language = { code: "en_US", policy: "deterministic" };
  return { type: "template", template: { name: "order_shipped", language, components, ...template } };
}

describe("a message made of a template", () => {
  test("is taken outside the session window, and reads as the template filled in", () => {
    const { post, put, newest, world } = createTestProvider();
    put({ footer: "Thank you" });
    world.advance(48 * 60 * 60 * 1000);
    expect(post(message())).toBe("taken");
    const template = { header: "", body: "Your order A-17 is on its way.", footer: "Thank you", buttons: [] };
    expect(newest()).toMatchObject({ text: template.body, template, message: { type: "template" } });
  });

  test("may have a header of text, dates and amounts, whose fallbacks are shown", () => {
    const { post, put, newest } = createTestProvider();
    put({
      header: { type: "text", text: "Order {{1}}", example: "A-17" },
      body: "You pay {{1}} on {{2}} at noon.",
      bodyExamples: ["€1", "Friday"],
    });
    const amount = { type: "currency", currency: { fallback_value: "€9.99", code: "EUR", amount_1000: 9_990 } };
    const day = { type: "date_time", date_time: { fallback_value: "Friday" } };
    expect(post(message([header(text("A-17")), body(amount, day)]))).toBe("taken");
    expect(newest()?.template).toMatchObject({ header: "Order A-17", body: "You pay €9.99 on Friday at noon." });
    const kapso = { type: "currency", currency: { fallback_value: "€9.99", code: "EUR", amount1000: 9_990 } };
    expect(post(message([header(text("A-17")), body(kapso, day)]))).toBe("taken");
  });

  test.each(["image", "video", "document"] as const)("may have a header with a file of the kind %s", (kind) => {
    const { post, put } = createTestProvider();
    put({ header: { type: kind, example: "4::handle" } });
    const file = { type: kind, [kind]: { link: "https://example.com/file" } };
    expect(post(message([header(file), body(text("A-17"))]))).toBe("taken");
  });

  test("fails afterwards when its header's link leads to a file of another kind", async () => {
    const { post, put, advance, statuses } = createTestProvider();
    put({ header: { type: "image", example: "4::handle" } });
    const file = { type: "image", image: { link: "https://example.com/file.mp4" } };
    expect(post(message([header(file), body(text("A-17"))]))).toBe("taken");
    await advance(0);
    expect(statuses()).toEqual(["failed 131053"]);
  });

  test("may have a header with a place", () => {
    const { post, put } = createTestProvider();
    put({ header: { type: "location" } });
    const place = { type: "location", location: { latitude: "1", longitude: 2, name: "There" } };
    expect(post(message([header(place), body(text("A-17"))]))).toBe("taken");
  });

  test("fills in named placeholders by name, in whatever order they come", () => {
    const { post, put, newest } = createTestProvider();
    put({ parameterFormat: "named", body: "Hi {{name}}, {{order}} is here.", bodyExamples: ["Ann", "A-17"] });
    const parameters = [text("A-17", { parameter_name: "order" }), text("Ann", { parameter_name: "name" })];
    expect(post(message([body(...parameters)]))).toBe("taken");
    expect(newest()?.text).toBe("Hi Ann, A-17 is here.");
  });

  test("gives buttons their payloads, links and codes; a quick reply without a payload gives back what it reads", () => {
    const { post, put, newest } = createTestProvider();
    put({
      buttons: [
        { type: "quick-reply", text: "Yes" },
        { type: "quick-reply", text: "No" },
        { type: "url", text: "Track", url: "https://example.com/track/{{1}}", example: "https://example.com/track/1" },
        { type: "url", text: "Home", url: "https://example.com/" },
        { type: "phone-number", text: "Call", phoneNumber: "+31612345678" },
        { type: "copy-code", example: "SAVE10" },
      ],
    });
    const components = [
      body(text("A-17")),
      button("quick_reply", "0", { type: "payload", payload: "P1" }),
      button("url", 2, text("A-17?x=1")),
      button("COPY_CODE", "5", { type: "coupon_code", coupon_code: "SAVE25" }),
    ];
    expect(post(message(components))).toBe("taken");
    const entry = newest();
    expect(entry?.template?.buttons).toEqual([
      { type: "quick-reply", text: "Yes", payload: "P1" },
      { type: "quick-reply", text: "No", payload: "No" },
      { type: "url", text: "Track", url: "https://example.com/track/A-17?x=1" },
      { type: "url", text: "Home", url: "https://example.com/" },
      { type: "phone-number", text: "Call" },
      { type: "copy-code", text: "Copy offer code", code: "SAVE25" },
    ]);
    const choices = entry === undefined ? [] : choicesOf(entry);
    expect(choices.map(({ content }) => content)).toMatchObject([{ payload: "P1" }, { payload: "No" }]);
  });

  test("with a one-time password has it in its body and in its button", () => {
    const { post, put, newest } = createTestProvider();
    const buttons = [{ type: "otp", otpType: "copy-code", text: "Copy" }];
    put({ category: "authentication", body: "", bodyExamples: [], hasSecurityAdvice: true, buttons });
    expect(post(message([body(text("123456")), button("url", 0, text("123456"))]))).toBe("taken");
    expect(newest()?.template).toMatchObject({
      body: "*123456* is your verification code. For your security, do not share this code.",
      buttons: [{ type: "otp", text: "Copy", code: "123456" }],
    });
  });
});

describe("a template that cannot be used is refused:", () => {
  test.each([
    ["pending", 132001],
    ["rejected", 132001],
    ["paused", 132015],
    ["disabled", 132016],
  ] as const)("one that is %s with %d", (status, code) => {
    const { post, put } = createTestProvider();
    put({}, status);
    expect(post(message())).toMatchObject({ code });
  });

  test.each([
    [{ name: "unknown" }, "template name (unknown) does not exist in en_US"],
    [{ language: { code: "nl" } }, "template name (order_shipped) does not exist in nl"],
  ])("one that is unknown (%j) with 132001", (change, details) => {
    const { post, put } = createTestProvider();
    put();
    const said = "(#132001) Template name does not exist in the translation";
    expect(post(message(undefined, change))).toEqual({ code: 132001, message: said, details });
  });

  test("one for one-time passwords to a business-scoped user id, with 131062", () => {
    const { post, put, world } = createTestProvider();
    const buttons = [{ type: "otp", otpType: "copy-code" }];
    put({ category: "authentication", body: "", bodyExamples: [], buttons });
    const recipient = "NL.13491208655302741918";
    world.changePhone({ waId: "31612345678" }, { bsuid: recipient });
    const otp = message([body(text("123456")), button("url", 0, text("123456"))]);
    expect(post(otp, { recipient })).toMatchObject({ code: 131062 });
    expect(post(otp)).toBe("taken");
  });

  test("one of the category marketing to a person who stopped them, with 131050, until they are welcome again", () => {
    const { post, put, world } = createTestProvider();
    const chat = { phone: { waId: "31612345678" }, phoneNumberId: "106540352242922" };
    put({ category: "marketing" });
    world.setMarketing(chat, "stop");
    expect(post(message())).toMatchObject({ code: 131050 });
    put({ name: "useful" });
    expect(post(message(undefined, { name: "useful" }))).toBe("taken");
    world.setMarketing(chat, "resume");
    expect(post(message())).toBe("taken");
  });
});

describe("a message that does not fit its template is refused:", () => {
  const url = { type: "url", text: "Track", url: "https://example.com/{{1}}", example: "https://example.com/1" };
  const copyCode = { type: "copy-code", example: "SAVE10" };
  const quickReply = { type: "quick-reply", text: "Yes" };
  const otp = {
    ...{ category: "authentication", body: "", bodyExamples: [] },
    buttons: [{ type: "otp", otpType: "copy-code" }],
  };
  const image = { type: "image", image: { link: "https://example.com/a.jpg" } };
  const named = { parameterFormat: "named", body: "Hi {{name}} there.", bodyExamples: ["Ann"] };
  const ok = body(text("A-17"));
  const count = (part: string, given: number, wanted: number) =>
    `${part}: number of localizable_params (${given}) does not match the expected number of params (${wanted})`;
  const newLine = "Param text cannot have new-line/tab characters or more than 4 consecutive spaces";

  test.each<[string, Readonly<Record<string, unknown>>, readonly JsonObject[], number, string]>([
    ["no value", {}, [], 132000, count("body", 0, 1)],
    ["a value too many", {}, [body(text("A"), text("B"))], 132000, count("body", 2, 1)],
    [
      "a header's value that is not there",
      { header: { type: "text", text: "Order {{1}}", example: "1" } },
      [ok],
      132000,
      count("header", 0, 1),
    ],
    [
      "a value for a header without a placeholder",
      { header: { type: "text", text: "Order" } },
      [header(text("A")), ok],
      132000,
      count("header", 1, 0),
    ],
    [
      "a picture where the header is text",
      { header: { type: "text", text: "Order" } },
      [header(image), ok],
      132012,
      "header: Format mismatch, expected TEXT, received IMAGE",
    ],
    [
      "no picture where the header is one",
      { header: { type: "image", example: "h" } },
      [ok],
      132012,
      "header: Format mismatch, expected IMAGE, received UNKNOWN",
    ],
    [
      "a picture where the header is a video",
      { header: { type: "video", example: "h" } },
      [header(image), ok],
      132012,
      "header: Format mismatch, expected VIDEO, received IMAGE",
    ],
    [
      "no place where the header is one",
      { header: { type: "location" } },
      [ok],
      132012,
      "header: Format mismatch, expected LOCATION, received UNKNOWN",
    ],
    ["a picture for a word", {}, [body(image)], 132012, "body: Format mismatch, expected TEXT, received IMAGE"],
    ["an empty value", {}, [body(text(""))], 131008, "Parameter of type text is missing text value"],
    ["no value in a parameter", {}, [body({ type: "text" })], 131008, "Parameter of type text is missing text value"],
    ["an amount without a fallback", {}, [body({ type: "currency" })], 131008, "missing fallback_value"],
    ["a line break", {}, [body(text("A\nB"))], 132018, newLine],
    ["a tab", {}, [body(text("A\tB"))], 132018, newLine],
    ["five spaces", {}, [body(text("A     B"))], 132018, newLine],
    [
      "a line break in a header",
      { header: { type: "text", text: "Order {{1}}", example: "1" } },
      [header(text("A\nB")), ok],
      132018,
      newLine,
    ],
    ["a body that is too long once filled in", {}, [body(text(textOf(1_024)))], 132005, "body: the text is"],
    [
      "a header that is too long once filled in",
      { header: { type: "text", text: "Order {{1}}", example: "1" } },
      [header(text(textOf(55))), ok],
      132005,
      "header: the text is 61",
    ],
    ["a value without its name", named, [body(text("Ann"))], 100, "Parameter name is missing or empty"],
    ["a value of another name", named, [body(text("Ann", { parameter_name: "nam" }))], 132012, "name is missing"],
    [
      "a link's end that is not there",
      { buttons: [url] },
      [ok],
      131008,
      "buttons: Button at index 0 of type Url requires a parameter",
    ],
    [
      "an empty end of a link",
      { buttons: [url] },
      [ok, button("url", 0, text(""))],
      131008,
      "buttons: Button at index 0 of type Url requires a parameter",
    ],
    [
      "a coupon code that is not there",
      { buttons: [quickReply, copyCode] },
      [ok],
      131008,
      "buttons: Button at index 1 of type CopyCode requires a parameter",
    ],
    [
      "a code for a link",
      { buttons: [url] },
      [ok, button("copy_code", 0, { type: "coupon_code", coupon_code: "A" })],
      132018,
      "buttons: Button at index 0 must be of type Url",
    ],
    [
      "a value for a button that takes none",
      { buttons: [{ ...url, url: "https://example.com/" }] },
      [ok, button("url", 0, text("a"))],
      132018,
      "does not take a parameter",
    ],
    [
      "a value for no button",
      {},
      [ok, button("quick_reply", 3, { type: "payload", payload: "P" })],
      132018,
      "Button at index 3",
    ],
    [
      "a coupon code of 21 characters",
      { buttons: [copyCode] },
      [ok, button("copy_code", 0, { type: "coupon_code", coupon_code: textOf(21) })],
      132018,
      "length limit 20",
    ],
    [
      "a payload of 129 characters",
      { buttons: [quickReply] },
      [ok, button("quick_reply", 0, { type: "payload", payload: textOf(129) })],
      132018,
      "length limit 128",
    ],
    [
      "a link's end of 2001 characters",
      { buttons: [url] },
      [ok, button("url", 0, text(textOf(2_001)))],
      132018,
      "length limit 2000",
    ],
    [
      "a one-time password of 16 characters",
      otp,
      [body(text(textOf(16))), button("url", 0, text("1"))],
      132018,
      "body: Parameter at index 0 exceeds the parameter length limit 15",
    ],
    ["a one-time password without its button", otp, [body(text("123456"))], 131008, "requires a parameter"],
    ["a component of another type", {}, [{ type: "footer" }], 100, "must be one of {HEADER, BODY, BUTTON}."],
    ["a parameter of another type", {}, [body({ type: "emoji" })], 100, "must be one of {TEXT, CURRENCY"],
  ])("%s", (...[, template, components, code, details]) => {
    const { post, put, newest } = createTestProvider();
    put(template);
    expect(post(message(components))).toMatchObject({ code, details: expect.stringContaining(details) });
    expect(newest()).toBeUndefined();
  });

  test.each([
    [
      "a coupon code of 20 characters",
      { buttons: [copyCode] },
      [ok, button("copy_code", 0, { type: "coupon_code", coupon_code: textOf(20) })],
    ],
    [
      "a payload of 128 characters",
      { buttons: [quickReply] },
      [ok, button("quick_reply", 0, { type: "payload", payload: textOf(128) })],
    ],
    ["a one-time password of 15 characters", otp, [body(text(textOf(15))), button("url", 0, text(textOf(15)))]],
    ["four spaces", {}, [body(text("A    B"))]],
    [
      "a body of 1,024 characters once filled in",
      {},
      [body(text(textOf(1_024 - "Your order  is on its way.".length)))],
    ],
  ])("and one with %s is taken", (_name, template, components) => {
    const { post, put } = createTestProvider();
    put(template);
    expect(post(message(components))).toBe("taken");
  });

  test.each([
    ["a name", { name: undefined }, "template['name'] is required."],
    ["a language", { language: undefined }, "template['language'] is required."],
    ["a code of its language", { language: {} }, "template['language']['code'] is required."],
  ])("one without %s", (_name, change, words) => {
    const { post } = createTestProvider();
    const asJson = JSON.parse(JSON.stringify(message(undefined, change as unknown as JsonObject))) as JsonObject;
    expect(post(asJson)).toMatchObject({ code: 100, message: expect.stringContaining(words) });
  });
});

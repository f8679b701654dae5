import { expect, test } from "vitest";
import { ctaUrl } from "./cta-url.ts";
import { drawMessage, fieldsOf, messageOf, problemsOf } from "./message.test-support.ts";

const shop = { type: "cta-url", body: "Look, $(name)", displayText: "Open", url: "https://example.com/$(id)" };

test("a new message with a link button lacks its words and its link", () => {
  expect(drawMessage(ctaUrl.newConfig)).toEqual(ctaUrl.newConfig);
  expect(problemsOf(ctaUrl.newConfig)).toEqual([
    "body is empty; WhatsApp refuses such a message without text",
    "displayText is empty; say what the button reads",
    "url is empty; give a link such as https://example.com/a.jpg",
  ]);
});

test("its texts and its link may hold expressions", () => {
  expect(fieldsOf(shop).toSorted()).toEqual(["body", "displayText", "footer", "url"]);
  expect(messageOf({ ...shop, url: "https://example.com/7" })).toMatchObject({ body: "Look, <name>", footer: "" });
  expect(problemsOf(shop)).toEqual([]);
});

test.each([
  [{ url: "example.com" }, 'url is "example.com"; it must be a link such as https://example.com/a.jpg'],
  [{ displayText: "x".repeat(21) }, "displayText is 21 characters long; WhatsApp takes at most 20"],
])("with %j it is refused", (wrong, sentence) => {
  expect(problemsOf({ ...shop, ...wrong })).toEqual([sentence]);
});

import { describe, expect, test } from "vitest";
import { ctaUrlMessageSchema } from "./cta-url.ts";
import { long, problemsOf } from "./problems-of.test-support.ts";

const message = {
  type: "cta-url",
  header: { type: "none" },
  body: "Your order is on its way.",
  footer: "",
  displayText: "Track it",
  url: "https://example.com/orders/1",
};
const problems = (changes: object) => problemsOf(ctaUrlMessageSchema, { ...message, ...changes });

describe("a message with a button that opens a page", () => {
  test.each([
    { field: "body", most: 1024 },
    { field: "footer", most: 60 },
    { field: "displayText", most: 20 },
  ])("has a $field of at most $most characters", ({ field, most }) => {
    expect(problems({ [field]: long(most) })).toEqual([]);
    expect(problems({ [field]: long(most + 1) })).toEqual([
      `${field} is ${most + 1} characters long; WhatsApp takes at most ${most}`,
    ]);
  });

  test("says what its button reads, and where it leads", () => {
    expect(problems({ displayText: "" })).toEqual(["displayText is empty; say what the button reads"]);
    expect(problems({ url: "example.com" })).toEqual([
      'url is "example.com"; it must be a link such as https://example.com/a.jpg',
    ]);
  });
});

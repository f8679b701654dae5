import { expect, test } from "vitest";
import { long, problemsOf } from "./problems-of.test-support.ts";
import { textMessageSchema } from "./text.ts";

const withBody = (body: string) => problemsOf(textMessageSchema, { type: "text", body, previewUrl: false });

test("a text message may be 4,096 characters long, counted in UTF-16 code units", () => {
  expect(withBody(long(4096))).toEqual([]);
});

test("a longer text message is refused with its length", () => {
  expect(withBody(long(4097))).toEqual(["body is 4097 characters long; WhatsApp takes at most 4096"]);
});

test("an empty text message is refused", () => {
  expect(withBody("")).toEqual(["body is empty; WhatsApp refuses a text message without text"]);
});

import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseInput } from "../parse.ts";
import { hasReceipts, isFreeForm, outboundMessageSchema } from "./index.ts";
import { sampleMessages } from "./sample-messages.test-support.ts";

const types = outboundMessageSchema.options.map((option) => option.shape.type.value);

describe("a type of outbound message", () => {
  test("is one of those that the WhatsApp node page names, or one that it has not", () => {
    const ofThePage = ["text", "media", "template", "location", "contacts", "list", "reply-buttons"];
    const beyondIt = ["cta-url", "location-request", "reaction", "read-mark"];
    expect(types.toSorted()).toEqual([...ofThePage, ...beyondIt].toSorted());
  });

  test.each(types)("%s has a file and a test of its own, and is read as it was written", (type) => {
    expect(existsSync(new URL(`${type}.ts`, import.meta.url))).toBe(true);
    expect(existsSync(new URL(`${type}.test.ts`, import.meta.url))).toBe(true);
    const sample = sampleMessages[type];
    expect(parseInput(outboundMessageSchema, sample)).toEqual({ ok: true, value: sample });
  });

  test.each(types)("%s has no fields that nobody knows", (type) => {
    const parsed = parseInput(outboundMessageSchema, { ...sampleMessages[type], colour: "red" });
    expect(parsed).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('"colour"') }] });
  });

  test("that is unknown is refused with the types that are known", () => {
    const parsed = parseInput(outboundMessageSchema, { type: "fax" });
    const message = [
      'is "fax"; it must be "text", "media", "location", "contacts", "list", "reply-buttons", "template",',
      '"cta-url", "location-request", "reaction" or "read-mark"',
    ].join(" ");
    expect(parsed).toEqual({ ok: false, problems: [{ path: ["type"], message }] });
  });
});

test("Only templates and marks that a message was read may be sent while the session window is closed", () => {
  expect(Object.values(sampleMessages).flatMap((message) => (isFreeForm(message) ? [] : [message.type]))).toEqual([
    "template",
    "read-mark",
  ]);
});

test("Only of a mark that a message was read no receipts come", () => {
  expect(types.filter((type) => !hasReceipts({ type }))).toEqual(["read-mark"]);
});

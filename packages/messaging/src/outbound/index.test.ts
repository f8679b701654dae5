import { expect, test } from "vitest";
import { parseInput } from "../parse.ts";
import { isFreeForm, outboundMessageSchema } from "./index.ts";

test("a text message is an outbound message that needs an open session window", () => {
  const message = outboundMessageSchema.parse({ type: "text", body: "hello", previewUrl: true });
  expect(message).toEqual({ type: "text", body: "hello", previewUrl: true });
  expect(isFreeForm(message)).toBe(true);
});

test("a message of an unknown type is refused with the types that are known", () => {
  const parsed = parseInput(outboundMessageSchema, { type: "fax" });
  expect(parsed).toEqual({ ok: false, problems: [{ path: ["type"], message: 'is "fax"; it must be "text"' }] });
});

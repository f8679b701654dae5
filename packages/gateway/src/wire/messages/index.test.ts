import { existsSync } from "node:fs";
import { outboundMessageSchema } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import type { SendRequest } from "../../gateway.ts";
import { requestWith } from "../../send-request.test-support.ts";
import { requestBody } from "./index.ts";

const request: SendRequest = {
  ...requestWith("c1.3.0"),
  to: { waId: "16505551234", bsuid: "US.13491208655302741918" },
  message: { type: "text", body: "Hello", previewUrl: true },
};
const types = outboundMessageSchema.options.map((option) => option.shape.type.value);

test.each(types)("The type %s has a wire form with a test of its own", (type) => {
  expect(existsSync(new URL(`${type}.ts`, import.meta.url))).toBe(true);
  expect(existsSync(new URL(`${type}.test.ts`, import.meta.url))).toBe(true);
});

describe("a send", () => {
  test("is written as the Messages reference says", () => {
    expect(requestBody(request)).toEqual({
      messaging_product: "whatsapp",
      recipient_type: "individual",
      to: "16505551234",
      type: "text",
      text: { body: "Hello", preview_url: true },
      biz_opaque_callback_data: "c1.3.0",
    });
  });

  test("names the message that it quotes", () => {
    expect(requestBody({ ...request, contextId: "wamid.1" })).toMatchObject({ context: { message_id: "wamid.1" } });
  });

  test("carries the identity key hash that the receiver must have", () => {
    expect(requestBody({ ...request, identityKeyHash: "DF2lS5v2W6x=" })).toMatchObject({
      recipient_identity_key_hash: "DF2lS5v2W6x=",
    });
  });

  test("names a contact without a phone number by BSUID", () => {
    const body = requestBody({ ...request, to: { bsuid: "US.13491208655302741918" } });
    expect(body).toMatchObject({ recipient: "US.13491208655302741918" });
    expect(body).not.toHaveProperty("to");
  });

  test("to a contact without any identity is a mistake of the caller", () => {
    expect(() => requestBody({ ...request, to: {} })).toThrow("a contact has a WA ID or a BSUID");
  });

  test("that marks a message as read has no receiver, no quote and no key", () => {
    const message = { type: "read-mark", messageId: "wamid.1", showsTyping: false } as const;
    expect(requestBody({ ...request, message, contextId: "wamid.2", identityKeyHash: "h" })).toEqual({
      messaging_product: "whatsapp",
      status: "read",
      message_id: "wamid.1",
    });
  });
});

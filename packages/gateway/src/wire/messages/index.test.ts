import { expect, test } from "vitest";
import type { SendRequest } from "../../gateway.ts";
import { requestWith } from "../../send-request.test-support.ts";
import { requestBody } from "./index.ts";

const request: SendRequest = {
  ...requestWith("c1.3.0"),
  to: { waId: "16505551234", bsuid: "US.13491208655302741918" },
  message: { type: "text", body: "Hello", previewUrl: true },
};

test("A text message is written as the Messages reference says", () => {
  expect(requestBody(request)).toEqual({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: "16505551234",
    type: "text",
    text: { body: "Hello", preview_url: true },
    biz_opaque_callback_data: "c1.3.0",
  });
});

test("A quote names the message it answers", () => {
  expect(requestBody({ ...request, contextId: "wamid.1" })).toMatchObject({ context: { message_id: "wamid.1" } });
});

test("A contact without a phone number is named by BSUID", () => {
  const body = requestBody({ ...request, to: { bsuid: "US.13491208655302741918" } });
  expect(body).toMatchObject({ recipient: "US.13491208655302741918" });
  expect(body).not.toHaveProperty("to");
});

test("A contact without any identity is a mistake of the caller", () => {
  expect(() => requestBody({ ...request, to: {} })).toThrow("a contact has a WA ID or a BSUID");
});

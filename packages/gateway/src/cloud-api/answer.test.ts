import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SendRequest } from "../gateway.ts";
import { requestWith } from "../send-request.test-support.ts";
import { answerOf } from "./answer.ts";

const to = { waId: "16505551234", name: "Pablo" };
const hello = { ...requestWith("c1.1.0"), to };
const readMark: SendRequest = { ...hello, message: { type: "read-mark", messageId: "wamid.1", showsTyping: true } };

function answerTo(status: number, body: unknown, { retryAfter, asked = hello }: Asking = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return answerOf({ type: "answered", status, retryAfter, text }, asked);
}

type Asking = { readonly retryAfter?: string; readonly asked?: SendRequest };

describe("an answer that took the message", () => {
  test("gives the message id and the identities it names", () => {
    const body = {
      messaging_product: "whatsapp",
      contacts: [{ input: "+16505551234", wa_id: "16505559999", user_id: "US.13491208655302741918" }],
      messages: [{ id: "wamid.HBgL", message_status: "accepted" }],
    };
    expect(answerTo(200, body)).toEqual({
      type: "accepted",
      messageId: "wamid.HBgL",
      contact: { waId: "16505559999", bsuid: "US.13491208655302741918", name: "Pablo", username: undefined },
    });
  });

  test.each([
    { contacts: undefined },
    { contacts: [] },
    { contacts: "none" },
    { contacts: [{ wa_id: "", user_id: 7 }] },
  ])("keeps the contact it was sent to when it names none: $contacts", ({ contacts }) => {
    expect(answerTo(200, { contacts, messages: [{ id: "wamid.1" }] })).toMatchObject({ type: "accepted", contact: to });
  });

  test.each(["", "<html>", "null", "{}", '{"messages":[]}', '{"messages":[{"id":""}]}', '{"success":true}'])(
    "is ambiguous with the body %j, for the message may have been taken",
    (body) => expect(answerTo(200, body).type).toBe("ambiguous"),
  );
});

describe("an answer to a mark that a message was read", () => {
  test("says that it was taken, without an id", () => {
    expect(answerTo(200, { success: true }, { asked: readMark })).toEqual({ type: "accepted", contact: to });
  });

  test("refuses it with the provider's own error", () => {
    const error = { code: 131009, message: "(#131009) Parameter value is not valid" };
    expect(answerTo(400, { error }, { asked: readMark })).toMatchObject({ type: "refused", error: { code: 131009 } });
  });

  test.each([
    { status: 200, body: '{"success":false}' },
    { status: 200, body: "<html>" },
    { status: 502, body: "" },
    { status: 500, body: '{"error":{"code":131000}}' },
  ])("that cannot be read, $status $body, lets it be tried again: a second mark does no harm", ({ status, body }) => {
    expect(answerTo(status, body, { asked: readMark })).toMatchObject({
      type: "retryable",
      reason: expect.stringMatching(/./),
    });
  });

  test("that is lost lets it be tried again", () => {
    expect(answerOf({ type: "lost", reason: "ECONNRESET" }, readMark)).toMatchObject({ type: "retryable" });
    expect(answerOf({ type: "lost", reason: "ECONNRESET" }, hello)).toMatchObject({ type: "ambiguous" });
  });
});

describe("an answer without a known code", () => {
  test("refuses with the provider's own words at a 4xx", () => {
    const error = { code: 999001, message: "(#999001) New rule", type: "OAuthException" };
    expect(answerTo(400, { error })).toEqual({
      type: "refused",
      isPolicy: false,
      error: { code: 999001, title: "OAuthException", details: "(#999001) New rule" },
    });
  });

  test("refuses with the HTTP status at a 4xx without a body", () => {
    expect(answerTo(404, "")).toMatchObject({ type: "refused", error: { code: 404, title: "HTTP 404" } });
  });

  test.each([401, 429])("may be tried again at HTTP %i: nothing is wrong with the message", (status) => {
    expect(answerTo(status, "", { retryAfter: "7" })).toMatchObject({ type: "retryable", retryAfterMs: 7000 });
  });

  test.each([302, 408, 500, 502, 503, 504])("is ambiguous at HTTP %i", (status) => {
    expect(answerTo(status, "").type).toBe("ambiguous");
    expect(answerTo(status, { error: { code: 999001 } }).type).toBe("ambiguous");
  });

  test.each([{ code: null }, { code: true }, { code: [] }, { code: {} }, { code: "x" }, { code: "" }])(
    "does not take $code for the code 0",
    ({ code }) => {
      expect(answerTo(400, { error: { code } })).toMatchObject({ type: "refused", error: { code: 400 } });
    },
  );
});

describe("the wait before the next attempt", () => {
  test("is the longer of the rule's and the answer's", () => {
    expect(answerTo(429, { error: { code: 131056 } }, { retryAfter: "1" })).toMatchObject({ retryAfterMs: 4000 });
    expect(answerTo(429, { error: { code: 131056 } }, { retryAfter: "30" })).toMatchObject({ retryAfterMs: 30_000 });
  });

  test("is left to the caller when neither names one", () => {
    expect(answerTo(429, { error: { code: 130429 } })).not.toHaveProperty("retryAfterMs");
  });
});

test("An error keeps at most 1,000 characters of the provider's text", () => {
  const answer = answerTo(400, { error: { code: 100, message: "x".repeat(5000) } });
  expect(answer).toMatchObject({ error: { details: "x".repeat(1000) } });
});

test("No status and body throw, and only a 2xx with a message id is accepted", () => {
  const bodies = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({ error: fc.record({ code: fc.oneof(fc.integer(), fc.jsonValue()), message: fc.jsonValue() }) })
      .map((body) => JSON.stringify(body)),
    fc.constant(JSON.stringify({ messages: [{ id: "wamid.1" }] })),
  );
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 599 }), bodies, (status, body) => {
      const isTaken = status < 300 && body.includes("wamid.1");
      expect(answerTo(status, body).type === "accepted").toBe(isTaken);
    }),
  );
});

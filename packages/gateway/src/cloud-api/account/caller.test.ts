import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { cloudApiErrors } from "../../wire/errors.ts";
import { accountAnswerOf } from "./caller.ts";

const schema = z.object({ id: z.string() });

function answerTo(status: number, body: unknown) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return accountAnswerOf({ type: "answered", status, retryAfter: undefined, text }, schema);
}

const errorOf = (error: object) => ({
  error: { message: "(#100) Invalid parameter", type: "OAuthException", ...error },
});

describe("an answer about the account", () => {
  test("is done when it says what was asked for", () => {
    expect(answerTo(200, { id: "1", more: true })).toEqual({ type: "done", value: { id: "1" } });
  });

  test("refuses in the provider's words for people, under the subcode that the table knows", () => {
    const error = {
      code: 100,
      error_subcode: 2388293,
      error_user_title: "This template has too many variables for its length",
      error_user_msg: "Reduce the number of variables.",
    };
    expect(answerTo(400, errorOf(error))).toEqual({
      type: "refused",
      error: {
        code: 2388293,
        title: "This template has too many variables for its length",
        details: "Reduce the number of variables.",
      },
    });
  });

  test("refuses under the code where the subcode is none of templates, or not known", () => {
    for (const error_subcode of [33, 2207051])
      expect(answerTo(400, errorOf({ code: 100, error_subcode }))).toEqual({
        type: "refused",
        error: { code: 100, title: "Invalid parameter", details: "(#100) Invalid parameter" },
      });
  });

  test.each([0, 190])("refuses with the code %i: the credentials are not good", (code) => {
    expect(answerTo(401, errorOf({ code }))).toMatchObject({ type: "refused", error: { code } });
  });

  test.each([4, 80007, 130429, 1, 2, 131000])(
    "failed for the moment with the code %i, whatever the HTTP status is",
    (code) => {
      const title = cloudApiErrors[code]?.title;
      const reason = `Cloud API error ${code}: ${title}. (#100) Invalid parameter`;
      for (const status of [400, 429, 500])
        expect(answerTo(status, errorOf({ code }))).toEqual({ type: "failed", reason });
    },
  );

  test("with a code that is not known refuses at a 4xx and failed at a 5xx", () => {
    expect(answerTo(400, errorOf({ code: 999001 }))).toMatchObject({
      type: "refused",
      error: { title: "OAuthException" },
    });
    expect(answerTo(500, errorOf({ code: 999001 }))).toMatchObject({ type: "failed" });
  });

  test.each([
    { status: 200, body: "<html>", type: "failed" },
    { status: 200, body: { success: true }, type: "failed" },
    { status: 404, body: "", type: "refused" },
    { status: 408, body: "", type: "failed" },
    { status: 429, body: "", type: "failed" },
    { status: 502, body: "Bad gateway", type: "failed" },
    { status: 302, body: "", type: "failed" },
  ])("that cannot be read, HTTP $status, is $type", ({ status, body, type }) => {
    expect(answerTo(status, body)).toMatchObject({ type });
    expect(JSON.stringify(answerTo(status, body))).toContain(String(status));
  });

  test("that was lost says that it may have been done", () => {
    expect(accountAnswerOf({ type: "lost", reason: "ECONNRESET" }, schema)).toEqual({
      type: "failed",
      reason: "The provider was asked, and its answer is lost: ECONNRESET. It may have done it all the same.",
    });
    expect(accountAnswerOf({ type: "not-written", reason: "ECONNREFUSED" }, schema)).toEqual({
      type: "failed",
      reason: "The provider could not be reached: ECONNREFUSED.",
    });
  });

  test("never makes it throw, and is done only at a 2xx that says it", () => {
    const bodies = fc.oneof(fc.string(), fc.json(), fc.constant('{"id":"1"}'));
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 599 }), bodies, (status, body) => {
        const isDone = status < 300 && /"id":"/.test(body);
        if (!isDone) expect(answerTo(status, body).type).not.toBe("done");
      }),
    );
    expect(answerTo(299, { id: "1" }).type).toBe("done");
    expect(answerTo(300, { id: "1" }).type).toBe("failed");
  });
});

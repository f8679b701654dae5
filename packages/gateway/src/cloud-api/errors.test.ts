import { describe, expect, test } from "vitest";
import { requestWith } from "../send-request.test-support.ts";
import { answerOf } from "./answer.ts";
import { cloudApiErrors, type Disposition } from "../wire/errors.ts";

const expected: Record<Disposition, readonly number[]> = {
  retryable: [0, 190, 4, 80007, 130429, 131056],
  ambiguous: [1, 2, 131000, 131016, 131057, 133004, 2494100],
  policy: [
    368, 470, 130472, 130497, 131047, 131048, 131049, 131050, 131063, 131064, 132000, 132001, 132005, 132007, 132012,
    132015, 132016, 132018, 132068, 132069, 2388019, 2388039, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299,
    137000,
  ],
  refused: [
    3, 10, 33, 100, 200, 803, 130403, 131005, 131008, 131009, 131021, 131026, 131030, 131031, 131037, 131042, 131045,
    131051, 131052, 131053, 131055, 131059, 131062, 133000, 133005, 133006, 133008, 133009, 133010, 133015, 133016,
    134011, 134100, 134101, 134102, 135000,
  ],
};

const rows = Object.entries(expected).flatMap(([disposition, codes]) => codes.map((code) => ({ code, disposition })));

function answerTo(code: number, status = 400) {
  const text = JSON.stringify({ error: { message: `(#${code}) Message`, code, error_data: { details: "Why." } } });
  return answerOf({ type: "answered", status, retryAfter: undefined, text }, requestWith("c1.1.0"));
}

function expectedAnswer(code: number, disposition: string) {
  const title = cloudApiErrors[code]?.title;
  if (disposition === "retryable" || disposition === "ambiguous") {
    return { type: disposition, reason: `Cloud API error ${code}: ${title}.` };
  }
  return { type: "refused", isPolicy: disposition === "policy", error: { code, title, details: "Why." } };
}

describe("the table of error codes", () => {
  test("has a row for every expected code and no other", () => {
    expect(rows.map(({ code }) => code).sort((a, b) => a - b)).toEqual(Object.keys(cloudApiErrors).map(Number));
  });

  test.each(rows)("answers $code as $disposition", ({ code, disposition }) => {
    expect(answerTo(code)).toMatchObject(expectedAnswer(code, disposition));
  });

  test.each(rows)("goes by the code $code whatever the HTTP status is", ({ code }) => {
    for (const status of [200, 401, 403, 429, 500, 503]) expect(answerTo(code, status)).toEqual(answerTo(code));
  });

  test.each([200, 220, 299])("refuses the permission code %i under its own number", (code) => {
    const title = "Permission not granted or removed";
    expect(answerTo(code, 500)).toMatchObject({ type: "refused", isPolicy: false, error: { code, title } });
  });

  test.each(["constructor", "__proto__", "toString"])("does not know the code %s", (code) => {
    const exchange = {
      type: "answered",
      status: 400,
      retryAfter: undefined,
      text: JSON.stringify({ error: { code } }),
    } as const;
    expect(answerOf(exchange, requestWith("c1.1.0"))).toMatchObject({ type: "refused", error: { code: 400 } });
  });

  test("makes a rate limit of one pair wait 4 seconds at least", () => {
    expect(answerTo(131056)).toMatchObject({ retryAfterMs: 4000 });
  });
});

import type { HttpRequestTask } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { type Attempt, repeatRequest } from "./repeat-request.ts";

const now = Date.UTC(2026, 10, 28, 12);

function answered(status: number, retryAfter?: string): Attempt {
  const headers = retryAfter === undefined ? [] : [["Retry-After", retryAfter] as const];
  return { type: "answered", answer: { status, statusText: "", headers, body: "" } };
}

/** Asks with these attempts, one after another, and tells how long was waited. */
async function repeat(attempts: readonly Attempt[], more: Partial<HttpRequestTask> = {}) {
  const waits: number[] = [];
  let asked = 0;
  const task = { retries: 5, retryAfterMs: 1_000, retryOn: ["429", "5xx"], ...more } as HttpRequestTask;
  const last = await repeatRequest(
    task,
    async () => {
      const attempt = attempts[Math.min(asked, attempts.length - 1)];
      asked += 1;
      if (attempt === undefined) throw new Error("there is no attempt");
      return attempt;
    },
    { now: () => now, wait: async (ms) => void waits.push(ms) },
  );
  return { last, waits, asked };
}

describe("It is true that the pause before a repetition", () => {
  test("doubles", async () => {
    const { waits } = await repeat([answered(503)]);
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
  });

  test.each([
    ["5", 5_000],
    ["60", 60_000],
    ["0", 1_000],
    ["Sat, 28 Nov 2026 12:00:30 GMT", 30_000],
    ["Sat, 28 Nov 2026 11:00:00 GMT", 1_000],
    ["Saturday, 28-Nov-26 12:00:20 GMT", 20_000],
    ["soon", 1_000],
    ["2027", 1_000],
    ["-5", 1_000],
    ["1e3", 1_000],
    ["", 1_000],
  ])("is at least what the server asks for: %j", async (retryAfter, ms) => {
    const { last, waits } = await repeat([answered(429, retryAfter), answered(200)]);
    if (retryAfter === "2027") expect(waits).toEqual([]);
    else expect([waits, last]).toEqual([[ms], answered(200)]);
  });

  test.each(["61", "999999999", "Sat, 28 Nov 2026 13:00:00 GMT"])(
    "is not made where it asks for more than a minute, and its answer stands: %j",
    async (retryAfter) => {
      const { last, waits, asked } = await repeat([answered(503, retryAfter)]);
      expect([last, waits, asked]).toEqual([answered(503, retryAfter), [], 1]);
    },
  );
});

describe("It is true that nothing is repeated", () => {
  test("that is answered", async () => {
    expect(await repeat([answered(404)])).toMatchObject({ last: answered(404), asked: 1 });
  });

  test("that would be the same again", async () => {
    const final: Attempt = { type: "failed", reason: "It is too long.", isFinal: true };
    expect(await repeat([final])).toEqual({ last: final, waits: [], asked: 1 });
  });

  test("without leave", async () => {
    const failed: Attempt = { type: "failed", reason: "It broke.", isFinal: false };
    expect(await repeat([failed], { retries: 0 })).toEqual({ last: failed, waits: [], asked: 1 });
  });
});

test("It is true that a sentence says how often it was tried", async () => {
  const failed: Attempt = { type: "failed", reason: "It broke.", isFinal: false };
  expect(await repeat([failed], { retries: 2 })).toMatchObject({
    last: { reason: "It broke, the last of 3 times." },
    asked: 3,
  });
});

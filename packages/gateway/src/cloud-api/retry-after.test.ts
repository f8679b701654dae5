import { expect, test } from "vitest";
import { retryAfterMsOf } from "./retry-after.ts";

const now = Date.UTC(2026, 10, 1, 12, 0, 0);

test.each([
  { header: undefined, waitMs: undefined },
  { header: "0", waitMs: 0 },
  { header: "120", waitMs: 120_000 },
  { header: "99999999999999999999", waitMs: 3_600_000 },
  { header: "Sun, 01 Nov 2026 12:00:30 GMT", waitMs: 30_000 },
  { header: "Sun, 01 Nov 2026 11:00:00 GMT", waitMs: 0 },
  { header: "soon", waitMs: undefined },
])("The header $header asks for $waitMs ms", ({ header, waitMs }) => {
  expect(retryAfterMsOf(header, now)).toBe(waitMs);
});

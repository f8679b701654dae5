import { expect, test } from "vitest";
import { tryPattern } from "./try-pattern.ts";

test.each([
  ["^\\d{4}$", "1234", "matches"],
  ["^\\d{4}$", "12345", "differs"],
  ["(?i)yes", "Oh YES", "matches"],
  ["yes", "YES", "differs"],
  ["(", "(", "no-pattern"],
  ["^$(code)$", "1", "open"],
] as const)("It is true that %s on %s is said to be %s", (pattern, text, verdict) => {
  expect(tryPattern(pattern, text)).toBe(verdict);
});

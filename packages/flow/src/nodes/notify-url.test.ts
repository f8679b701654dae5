import { expect, test } from "vitest";
import { notifyUrlProblem, notifyUrlProblems } from "./notify-url.ts";

test.each([
  "https://example.com/reports",
  "http://example.com:8080/reports?for=parley#now",
  "https://example.com/reports   ",
  "HTTPS://EXAMPLE.COM",
])("%j may be notified", (url) => {
  expect(notifyUrlProblem(url)).toBeUndefined();
});

test.each([
  " https://example.com/reports",
  "\thttps://example.com",
  "example.com/reports",
  "ftp://example.com",
  "https://user@example.com",
  "https://:secret@example.com",
  "https://exam\nple.com",
  "https://example.com/a b",
  "https://",
  "javascript:alert(1)",
  "",
])("%j is no URL to notify", (url) => {
  expect(notifyUrlProblem(url)).toBe(
    "is no valid URL; the field takes only a valid URL, such as https://example.com/reports, or a variable",
  );
});

test("only what is written out is judged before expressions have values, and none is as good as one", () => {
  expect(notifyUrlProblems("notifyUrl", "$(url)")).toEqual([]);
  expect(notifyUrlProblems("notifyUrl", "nowhere/$(id)")).toEqual([]);
  expect(notifyUrlProblems("notifyUrl", "")).toEqual([]);
  expect(notifyUrlProblems("notifyUrl", "  ")).toEqual([]);
  expect(notifyUrlProblems("notifyUrl", "nowhere")).toMatchObject([
    { severity: "error", code: "bad-url", field: "notifyUrl" },
  ]);
});

import { describe, expect, test } from "vitest";
import { linkSchema } from "./link.ts";
import { problemsOf } from "./problems-of.test-support.ts";

describe("a link", () => {
  test.each([
    "https://example.com/a.jpg",
    "http://example.com",
    "https://example.com/h%20i?q=a#b",
    "https://bücher.example/ä",
  ])("may be %s", (link) => expect(problemsOf(linkSchema, link)).toEqual([]));

  test("has at most 2,000 characters", () => {
    const link = `https://example.com/${"x".repeat(1980)}`;
    expect(problemsOf(linkSchema, link)).toEqual([]);
    expect(problemsOf(linkSchema, `${link}x`)).toEqual(["is 2001 characters long; WhatsApp takes at most 2000"]);
  });

  test("is not empty", () => {
    expect(problemsOf(linkSchema, "")).toContain("is empty; give a link such as https://example.com/a.jpg");
  });

  test.each([
    "example.com/a.jpg",
    "ftp://example.com/a.jpg",
    "javascript:alert(1)",
    "https://user:secret@example.com/",
    "https://",
    " https://example.com/",
    "https://example.com/ ",
    "https://example.com/a b.jpg",
    "https://example.com/a\nb.jpg",
    "https://example.com/\u0000",
  ])("is not %j", (link) => {
    expect(problemsOf(linkSchema, link)).toEqual([
      `is ${JSON.stringify(link)}; it must be a link such as https://example.com/a.jpg`,
    ]);
  });
});

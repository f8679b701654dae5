import { expect, test } from "vitest";
import { problemsOf } from "./problems-of.test-support.ts";
import { textFrom1To, textUpTo } from "./sized-text.ts";

test("A character outside the basic plane counts twice, and half of one once", () => {
  expect(problemsOf(textUpTo(2), "\u{1F642}")).toEqual([]);
  expect(problemsOf(textUpTo(1), "\u{1F642}")).toEqual(["is 2 characters long; WhatsApp takes at most 1"]);
  expect(problemsOf(textUpTo(1), "\u{D83D}")).toEqual([]);
});

test("A text from 1 character on says in its own words that it is empty", () => {
  expect(problemsOf(textFrom1To(1, "is empty; say something"), "")).toEqual(["is empty; say something"]);
  expect(problemsOf(textFrom1To(1, "is empty; say something"), "x")).toEqual([]);
});

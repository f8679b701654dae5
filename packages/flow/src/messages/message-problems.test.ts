import { expect, test } from "vitest";
import { problemsOf } from "./message.test-support.ts";

const long = (count: number) => "x".repeat(count);

test("a text without expressions is held to the channel's rules", () => {
  expect(problemsOf({ type: "text", body: long(4096) })).toEqual([]);
  expect(problemsOf({ type: "text", body: long(4097) })).toEqual([
    "body is 4097 characters long; WhatsApp takes at most 4096",
  ]);
});

test("of a text with expressions only its own characters count, since their values are not known", () => {
  expect(problemsOf({ type: "text", body: `$(name)${long(4096)}` })).toEqual([]);
  expect(problemsOf({ type: "text", body: `$(name)${long(4096)}!` })).toEqual([
    "body is 4097 characters long; WhatsApp takes at most 4096",
  ]);
});

test("$$( counts as the two characters that it becomes", () => {
  expect(problemsOf({ type: "text", body: `$$(${long(4094)}` })).toEqual([]);
  expect(problemsOf({ type: "text", body: `$$(${long(4095)}` })).toEqual([
    "body is 4097 characters long; WhatsApp takes at most 4096",
  ]);
});

test("lengths are counted in UTF-16 code units, so that an emoji is two characters or more", () => {
  expect(problemsOf({ type: "text", body: "🐸".repeat(2048) })).toEqual([]);
  expect(problemsOf({ type: "text", body: "🐸".repeat(2049) })).toEqual([
    "body is 4098 characters long; WhatsApp takes at most 4096",
  ]);
});

test("everything that is wrong is told at once, each with its field", () => {
  const buttons = [
    { id: "a", title: long(21) },
    { id: long(201), title: "$(title)" },
  ];
  expect(problemsOf({ type: "reply-buttons", body: long(1025), footer: long(61), buttons })).toEqual([
    "body is 1025 characters long; WhatsApp takes at most 1024",
    "footer is 61 characters long; WhatsApp takes at most 60",
    "buttons[0].title is 21 characters long; WhatsApp takes at most 20",
    "buttons[1].id is 201 characters long; WhatsApp takes at most 200",
  ]);
});

import { expect, test } from "vitest";
import { parseInput } from "../parse.ts";
import { textMessageSchema } from "./text.ts";

function problems(message: unknown): string[] {
  const parsed = parseInput(textMessageSchema, message);
  return parsed.ok ? [] : parsed.problems.map(({ path, message: sentence }) => `${path.join(".")} ${sentence}`);
}

test("a text message may be 4,096 characters long", () => {
  expect(problems({ type: "text", body: "x".repeat(4096), previewUrl: false })).toEqual([]);
});

test("a longer text message is refused with its length", () => {
  expect(problems({ type: "text", body: "x".repeat(4097), previewUrl: false })).toEqual([
    "body is 4097 characters long; WhatsApp takes at most 4096",
  ]);
});

test("an empty text message is refused", () => {
  expect(problems({ type: "text", body: "", previewUrl: false })).toEqual([
    "body is empty; WhatsApp refuses a text message without text",
  ]);
});

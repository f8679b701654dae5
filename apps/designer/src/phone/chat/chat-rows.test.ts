import { expect, test } from "vitest";
import type { ShownMessage } from "./bubble.tsx";
import { chatRows } from "./chat-rows.ts";

const none = () => undefined;

function message(id: string, direction: "in" | "out", wire: object, text = id): ShownMessage {
  return { id, direction, at: 1, text, status: "read", message: wire };
}

const text = (body: string, more: object = {}) => ({ type: "text", text: { body }, ...more });
const reaction = (messageId: string, emoji: string) => ({
  type: "reaction",
  reaction: { message_id: messageId, emoji },
});

test("It is true that a reaction stands with its message, the last of each side, until it is taken away", () => {
  const messages = [
    message("a", "out", text("Hi")),
    message("b", "in", text("Yo")),
    message("r1", "in", reaction("a", "👍")),
    message("r2", "in", reaction("a", "🎉")),
    message("r3", "out", reaction("a", "🙏")),
    message("r4", "out", reaction("b", "😂")),
    message("r5", "out", reaction("b", "")),
  ];
  expect(chatRows(messages, none).map((row) => [row.message.id, row.reactions])).toEqual([
    ["a", ["🎉", "🙏"]],
    ["b", []],
  ]);
});

test("It is true that a reaction to a message that is not here is a row of its own", () => {
  expect(chatRows([message("r", "out", reaction("gone", "👍"))], none)).toMatchObject([
    { model: { type: "reaction", emoji: "👍" } },
  ]);
});

test("It is true that an answer quotes what it answers, as people read that", () => {
  const asked = message("a", "out", text("Well?"), "Well?");
  const answer = message("b", "in", text("Yes", { context: { from: "1", id: "a" } }));
  const other = message("c", "in", text("No", { context: { id: "gone" } }));
  expect(chatRows([asked, answer, other], none).map(({ quoted }) => quoted)).toEqual([undefined, "Well?", undefined]);
});

test("It is true that a message that has not changed is read once", () => {
  const asked = message("a", "out", text("Well?"));
  const [first] = chatRows([asked], none);
  const [again] = chatRows([asked, message("b", "in", text("Yes"))], none);
  expect(again?.model).toBe(first?.model);
});

import { expect, test } from "vitest";
import { drawMessage, fieldsOf, messageOf, problemsOf } from "./message.test-support.ts";
import { reaction } from "./reaction.ts";

test("a new reaction lacks nothing: a thumb for the latest message of the contact", () => {
  expect(drawMessage(reaction.newConfig)).toEqual(reaction.newConfig);
  expect(problemsOf(reaction.newConfig)).toEqual([]);
  expect(drawMessage({ type: "reaction" })).toEqual({ type: "reaction", messageId: "$(whatsapp.transId)", emoji: "" });
});

test("message and emoji may be expressions", () => {
  expect(fieldsOf({ type: "reaction" })).toEqual(["messageId", "emoji"]);
  expect(problemsOf({ type: "reaction", emoji: "$(mood)" })).toEqual([]);
  expect(messageOf({ type: "reaction", messageId: "wamid.7" })).toEqual({
    type: "reaction",
    messageId: "wamid.7",
    emoji: "",
  });
});

test.each(["yes", "👍👍", "👍!"])("%s is no reaction", (emoji) => {
  expect(problemsOf({ type: "reaction", emoji })).toEqual([
    "emoji must be one emoji, or empty to take the reaction away",
  ]);
});

test("a reaction to nothing is refused", () => {
  expect(problemsOf({ type: "reaction", messageId: "" })).toEqual([
    "messageId is empty; name the message to react to, such as $(whatsapp.transId)",
  ]);
});

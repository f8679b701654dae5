import { expect, test } from "vitest";
import { drawMessage, fieldsOf, messageOf, problemsOf } from "./message.test-support.ts";
import { readMark } from "./read-mark.ts";

test("a new mark lacks nothing: the latest message of the contact, and that the business is typing", () => {
  expect(drawMessage(readMark.newConfig)).toEqual(readMark.newConfig);
  expect(problemsOf(readMark.newConfig)).toEqual([]);
});

test("it shows no typing unless it says so", () => {
  expect(messageOf({ type: "read-mark", messageId: "wamid.7" })).toEqual({
    type: "read-mark",
    messageId: "wamid.7",
    showsTyping: false,
  });
});

test("the message may be an expression, and must be some", () => {
  expect(fieldsOf({ type: "read-mark" })).toEqual(["messageId"]);
  expect(problemsOf({ type: "read-mark", messageId: "" })).toEqual([
    "messageId is empty; name the message that was read, such as $(whatsapp.transId)",
  ]);
});

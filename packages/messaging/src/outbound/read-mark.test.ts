import { expect, test } from "vitest";
import { problemsOf } from "./problems-of.test-support.ts";
import { readMarkSchema } from "./read-mark.ts";

test("A mark that a message was read names the message by an id of 1 to 512 characters", () => {
  const problems = (messageId: string) =>
    problemsOf(readMarkSchema, { type: "read-mark", messageId, showsTyping: true });
  expect(problems("w".repeat(512))).toEqual([]);
  expect(problems("w".repeat(513))).toEqual(["messageId is 513 characters long; WhatsApp takes at most 512"]);
  expect(problems("")).toEqual(["messageId is empty; name the message that was read, such as $(whatsapp.transId)"]);
});

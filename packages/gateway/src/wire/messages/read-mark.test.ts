import { expect, test } from "vitest";
import { readMarkRequest } from "./read-mark.ts";

test("A mark that a message was read names the message alone, and shows typing where it is to", () => {
  const read = { messaging_product: "whatsapp", status: "read", message_id: "wamid.1" };
  expect(readMarkRequest({ type: "read-mark", messageId: "wamid.1", showsTyping: false })).toEqual(read);
  expect(readMarkRequest({ type: "read-mark", messageId: "wamid.1", showsTyping: true })).toEqual({
    ...read,
    typing_indicator: { type: "text" },
  });
});

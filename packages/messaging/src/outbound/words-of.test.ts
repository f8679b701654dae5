import { expect, test } from "vitest";
import type { OutboundMessage } from "./index.ts";
import { sampleMessages } from "./sample-messages.test-support.ts";
import { wordsOf } from "./words-of.ts";

const words: Record<OutboundMessage["type"], string> = {
  text: "Hello",
  media: "Taj Mahal",
  location: "Dam",
  contacts: "Ada Lovelace",
  list: "Choose",
  "reply-buttons": "Shall we?",
  template: "[template hello]",
  "cta-url": "On its way",
  "location-request": "Where are you?",
  reaction: "👍",
  "read-mark": "[read]",
};

test.each(Object.values(sampleMessages))("A message of type $type is named in one line", (message) => {
  expect(wordsOf(message)).toBe(words[message.type]);
});

test("A message without words of its own is named by what it is", () => {
  const { media, location, reaction } = sampleMessages;
  expect(wordsOf({ ...media, caption: "", fileName: "" } as OutboundMessage)).toBe("[image]");
  expect(wordsOf({ ...media, kind: "document", caption: "", fileName: "a.pdf" } as OutboundMessage)).toBe("a.pdf");
  expect(wordsOf({ ...location, name: "" } as OutboundMessage)).toBe("52.37, 4.9");
  expect(wordsOf({ ...reaction, emoji: "" } as OutboundMessage)).toBe("[reaction taken away]");
  expect(wordsOf({ type: "read-mark", messageId: "w", showsTyping: true })).toBe("[read, typing]");
});

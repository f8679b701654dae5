import fc from "fast-check";
import { messageTypes, newMessageConfigOf } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { expect, test } from "vitest";
import { en } from "../texts/en/index.ts";
import { cardMessageOf } from "./card-message.ts";

function shown(type: (typeof messageTypes)[number], fields: object = {}): string {
  const { text, pills } = cardMessageOf({ ...newMessageConfigOf(type), ...fields } as unknown as Json, en);
  return [text, ...pills].join(" | ");
}

test("It is true that a card shows of every message what there is room for", () => {
  const rows = [{ title: "A" }, { title: "B" }];
  expect([
    shown("text", { body: "*Hi*" }),
    shown("media", { source: { type: "link", url: "https://example.com/a/cover.jpg?x=1" } }),
    shown("media", { source: { type: "upload", mediaId: "7" }, kind: "audio" }),
    shown("media", { caption: "Look", fileName: "a.pdf" }),
    shown("location", { latitude: "52.37", longitude: "4.89" }),
    shown("location", { name: "Shop", address: "Dam 1" }),
    shown("contacts", { contacts: [{ name: { formattedName: "Ada" } }, { name: { firstName: "Bob" } }] }),
    shown("list", { body: "Which?", button: "Choose", sections: [{ rows }, { rows }] }),
    shown("reply-buttons", { body: "Well?", buttons: [{ title: "Yes" }, { title: "" }, { title: "No" }] }),
    shown("template", { name: "offer", language: "en" }),
    shown("cta-url", { body: "New", displayText: "Open" }),
    shown("location-request", { body: "Where?" }),
    shown("reaction"),
    shown("read-mark"),
  ]).toEqual([
    "*Hi*",
    "cover.jpg",
    "Audio",
    "Look",
    "52.37, 4.89",
    "Shop | Dam 1",
    "Ada, Bob",
    "Which? | Choose | 4 rows",
    "Well? | Yes | No",
    "offer | en",
    "New | Open",
    "Where? | Send location",
    "👍",
    "Marks the message as read and shows that somebody types",
  ]);
});

test("It is true that a card says what is still to be filled in", () => {
  expect(messageTypes.map((type) => shown(type))).toEqual([
    "",
    "No file yet",
    "No place yet",
    "No name yet",
    " | 1 row",
    "",
    "No template chosen yet",
    "",
    " | Send location",
    "👍",
    "Marks the message as read and shows that somebody types",
  ]);
});

test("It is true that no config, however broken, keeps a card from being drawn", () => {
  const names = ["kind", "source", "contacts", "sections", "buttons", "name", "body", "emoji", "showsTyping"];
  const config = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
  fc.assert(
    fc.property(config, fc.constantFrom<string>(...messageTypes, "fax"), (broken, type) => {
      const { text, pills } = cardMessageOf({ ...broken, type } as unknown as Json, en);
      expect([text, ...pills].every((part) => typeof part === "string")).toBe(true);
    }),
  );
});

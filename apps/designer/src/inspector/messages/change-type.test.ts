import fc from "fast-check";
import { messageTypes, newMessageConfigOf } from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";
import { expect, test } from "vitest";
import { changeType, type MessageType } from "./change-type.ts";

function drawn(type: MessageType, fields: object): JsonObject {
  return { ...newMessageConfigOf(type), ...fields } as unknown as JsonObject;
}

const image = { kind: "image", source: { type: "link", url: "https://example.com/a.jpg" }, fileName: "" };
const buttons = [
  { id: "yes", title: "Yes" },
  { id: "no", title: "No" },
];

test("It is true that the words stay, whatever the type calls them", () => {
  const text = drawn("text", { body: "Hello" });
  expect(changeType(text, "media")).toMatchObject({ type: "media", caption: "Hello" });
  expect(changeType(changeType(text, "media"), "list")).toMatchObject({ type: "list", body: "Hello" });
  expect(changeType(text, "location")).toEqual(newMessageConfigOf("location"));
});

test("It is true that buttons become the rows of a list, and rows buttons", () => {
  const asked = drawn("reply-buttons", { body: "Well?", footer: "f", buttons });
  const list = changeType(asked, "list");
  expect(list).toMatchObject({
    body: "Well?",
    footer: "f",
    sections: [
      {
        title: "",
        rows: [
          { id: "yes", title: "Yes", description: "" },
          { id: "no", title: "No", description: "" },
        ],
      },
    ],
  });
  expect(changeType(list, "reply-buttons")).toEqual(asked);
});

test("It is true that a header changes its form, and a file becomes one", () => {
  const titled = drawn("list", { header: "Menu" });
  expect(changeType(titled, "cta-url")).toMatchObject({ header: { type: "text", text: "Menu" } });
  expect(changeType(drawn("cta-url", { header: { type: "text", text: "Menu" } }), "list")).toMatchObject({
    header: "Menu",
  });
  const media = drawn("media", { ...image, mimeType: "image/jpeg", caption: "Look" });
  const asked = changeType(media, "reply-buttons");
  expect(asked).toMatchObject({ body: "Look", header: { type: "media", media: image } });
  expect(changeType(asked, "media")).toMatchObject({ ...image, caption: "Look" });
  // A sticker can be no header.
  expect(changeType(drawn("media", { ...image, kind: "sticker" }), "reply-buttons")).toMatchObject({
    header: { type: "none" },
  });
});

test("It is true that the values of a template are no words of another message", () => {
  const template = drawn("template", { name: "offer", body: [{ type: "text", name: "", text: "17" }] });
  expect(changeType(template, "text")).toEqual(newMessageConfigOf("text"));
  expect(changeType(drawn("text", { body: "Hi" }), "template")).toEqual(newMessageConfigOf("template"));
});

test("It is true that the message that is meant stays", () => {
  const reaction = drawn("reaction", { messageId: "$(n3.whatsapp.transId)" });
  expect(changeType(reaction, "read-mark")).toMatchObject({ messageId: "$(n3.whatsapp.transId)" });
});

test("It is true of any message that its type becomes the one that was chosen, with every field of that", () => {
  const types = fc.constantFrom(...messageTypes);
  const field = fc.constantFrom(
    "body",
    "header",
    "footer",
    "buttons",
    "sections",
    "source",
    "kind",
    "type",
    "messageId",
  );
  fc.assert(
    fc.property(fc.dictionary(field, fc.jsonValue()), types, (config, type) => {
      const changed = changeType(config as unknown as Json, type);
      expect(changed["type"]).toBe(type);
      expect(Object.keys(changed)).toEqual(expect.arrayContaining(Object.keys(newMessageConfigOf(type))));
    }),
  );
});

test("It is true that choosing the type that it has changes nothing", () => {
  const text = drawn("text", { body: "Hello", previewUrl: true });
  expect(changeType(text, "text")).toBe(text);
});

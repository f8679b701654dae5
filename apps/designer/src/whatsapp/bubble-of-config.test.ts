import fc from "fast-check";
import { messageTypes, newMessageConfigOf } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { expect, test } from "vitest";
import { bubbleMessage } from "./bubble-model.ts";
import { bubbleOfConfig } from "./bubble-of-config.ts";
import { offer, offerConfig } from "./template.test-support.ts";

/** The config of a type with fields changed. */
function drawn(type: (typeof messageTypes)[number], fields: object): Json {
  return { ...newMessageConfigOf(type), ...fields } as unknown as Json;
}

const link = { type: "link", url: "https://example.com/a.jpg" };

test("It is true that every type of message is shown, also before anything is filled in", () => {
  expect(messageTypes.length).toBeGreaterThan(10);
  const shown = messageTypes.map((type) => [type, bubbleOfConfig(drawn(type, {})).type]);
  expect(Object.fromEntries(shown)).toEqual({
    ...Object.fromEntries(messageTypes.map((type) => [type, "message"])),
    reaction: "reaction",
    "read-mark": "read-mark",
  });
});

test("It is true that a text shows a preview of its first link only when it asks for one", () => {
  const body = "Write to a@example.com or see www.example.com/b.";
  expect(bubbleOfConfig(drawn("text", { body, previewUrl: true }))).toEqual(
    bubbleMessage({ body, link: "https://www.example.com/b" }),
  );
  expect(bubbleOfConfig(drawn("text", { body }))).toEqual(bubbleMessage({ body }));
});

test("It is true that a media message is a file with its caption", () => {
  const config = drawn("media", { kind: "document", source: link, fileName: "a.pdf", caption: "*Here*" });
  expect(bubbleOfConfig(config)).toEqual(
    bubbleMessage({ top: { type: "media", kind: "document", from: link.url, fileName: "a.pdf" }, body: "*Here*" }),
  );
});

test("It is true that a contact card shows its name, its work and its numbers", () => {
  const name = { formattedName: "", firstName: "Ada", middleName: "", lastName: "Byron", prefix: "", suffix: "" };
  const card = {
    name,
    organization: { company: "Analytical", department: "", title: "Countess" },
    phones: [{ phone: "+44 1" }],
  };
  expect(bubbleOfConfig(drawn("contacts", { contacts: [card] }))).toMatchObject({
    top: { type: "cards", cards: [{ name: "Ada Byron", lines: ["Countess, Analytical", "+44 1"] }] },
  });
});

test("It is true that buttons, lists and links keep what they give back", () => {
  const buttons = [{ id: "yes", title: "Yes" }];
  const header = { type: "media", media: { kind: "image", source: link, fileName: "" } };
  expect(bubbleOfConfig(drawn("reply-buttons", { header, body: "Well?", footer: "f", buttons }))).toEqual(
    bubbleMessage({
      top: { type: "media", kind: "image", from: link.url, fileName: "" },
      body: "Well?",
      footer: "f",
      buttons: [{ type: "reply", title: "Yes", value: "yes" }],
    }),
  );
  const sections = [{ title: "S", rows: [{ id: "r", title: "R", description: "D" }] }];
  expect(bubbleOfConfig(drawn("list", { header: "H", button: "Open", sections }))).toMatchObject({
    top: { type: "text", text: "H" },
    list: { button: "Open", sections },
  });
  expect(bubbleOfConfig(drawn("cta-url", { displayText: "Go", url: link.url }))).toMatchObject({
    buttons: [{ type: "url", title: "Go", value: link.url }],
  });
});

test("It is true that a template message shows the words of its template, filled in", () => {
  expect(bubbleOfConfig(offerConfig, offer)).toEqual(
    bubbleMessage({
      top: { type: "text", text: "For $(whatsapp.username)" },
      body: "Your order 17 costs €9.99.",
      footer: "Juniper Books",
      buttons: [
        { type: "quick-reply", title: "Yes please", value: "take-it" },
        { type: "quick-reply", title: "No", value: "No" },
        { type: "url", title: "See it", value: "https://example.com/o/17" },
        { type: "phone-number", title: "Call", value: "+31201234567" },
      ],
    }),
  );
});

test("It is true that a template that is not known, or is another one, is shown by its name", () => {
  const stand = bubbleMessage({ top: { type: "template", name: "offer", language: "en" } });
  expect(bubbleOfConfig(offerConfig)).toEqual(stand);
  expect(bubbleOfConfig(offerConfig, { ...offer, language: "nl" })).toEqual(stand);
});

test("It is true that no config, however broken, keeps a bubble from being drawn", () => {
  const type = fc.constantFrom<string>(...messageTypes, "fax");
  fc.assert(
    fc.property(type, fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (kind, config) => {
      expect(bubbleOfConfig({ ...config, type: kind } as unknown as Json, offer)).toHaveProperty("type");
    }),
  );
});

const names = ["body", "header", "footer", "buttons", "sections", "contacts", "source", "kind", "name", "language"];

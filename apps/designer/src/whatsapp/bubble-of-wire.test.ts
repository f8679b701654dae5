import fc from "fast-check";
import { expect, test } from "vitest";
import { bubbleMessage } from "./bubble-model.ts";
import { bubbleOfConfig } from "./bubble-of-config.ts";
import { bubbleOfWire, quotedBy } from "./bubble-of-wire.ts";
import { offer, offerConfig, offerWire } from "./template.test-support.ts";

const shown = (message: unknown) => bubbleOfWire(message, { text: "words" });

test("It is true that texts, files and places are shown as they were sent", () => {
  const body = "See https://example.com";
  expect(shown({ type: "text", text: { body, preview_url: true } })).toEqual(
    bubbleMessage({ body, link: "https://example.com" }),
  );
  expect(shown({ type: "text", text: { body } })).toEqual(bubbleMessage({ body }));
  expect(shown({ type: "document", document: { id: "77", filename: "a.pdf", caption: "c" } })).toEqual(
    bubbleMessage({ top: { type: "media", kind: "document", from: "77", fileName: "a.pdf" }, body: "c" }),
  );
  expect(shown({ type: "location", location: { latitude: 52.37, longitude: "4.89", name: "Here" } })).toEqual(
    bubbleMessage({ top: { type: "place", latitude: "52.37", longitude: "4.89", name: "Here", address: "" } }),
  );
});

test("It is true that contact cards are read as a list and as a text that holds one", () => {
  const contacts = [{ name: { formatted_name: "Ada" }, org: { company: "A" }, phones: [{ phone: "+44 1" }] }];
  const top = { type: "cards", cards: [{ name: "Ada", lines: ["A", "+44 1"] }] } as const;
  expect(shown({ type: "contacts", contacts })).toEqual(bubbleMessage({ top }));
  expect(shown({ type: "contacts", contacts: JSON.stringify(contacts) })).toEqual(bubbleMessage({ top }));
  expect(shown({ type: "contacts", contacts: "{" })).toEqual(bubbleMessage({ top: { type: "cards", cards: [] } }));
});

test("It is true that interactive messages keep what their buttons and rows give back", () => {
  const parts = {
    header: { type: "image", image: { link: "https://example.com/a.jpg" } },
    body: { text: "b" },
    footer: { text: "f" },
  };
  const button = { type: "reply", reply: { id: "yes", title: "Yes" } };
  expect(
    shown({ type: "interactive", interactive: { type: "button", ...parts, action: { buttons: [button] } } }),
  ).toEqual(
    bubbleMessage({
      top: { type: "media", kind: "image", from: "https://example.com/a.jpg", fileName: "" },
      body: "b",
      footer: "f",
      buttons: [{ type: "reply", title: "Yes", value: "yes" }],
    }),
  );
  const sections = [{ title: "S", rows: [{ id: "r", title: "R", description: "D" }] }];
  const list = { type: "list", body: { text: "b" }, action: { button: "Open", sections } };
  expect(shown({ type: "interactive", interactive: list })).toMatchObject({ list: { button: "Open", sections } });
  const action = { name: "cta_url", parameters: { display_text: "Go", url: "https://example.com" } };
  expect(shown({ type: "interactive", interactive: { type: "cta_url", body: { text: "b" }, action } })).toMatchObject({
    buttons: [{ type: "url", title: "Go", value: "https://example.com" }],
  });
  const request = { type: "location_request_message", body: { text: "b" }, action: { name: "send_location" } };
  expect(shown({ type: "interactive", interactive: request })).toMatchObject({ buttons: [{ type: "location" }] });
});

test("It is true that a person's choices are shown by their words", () => {
  const list = { type: "list_reply", list_reply: { id: "r", title: "R", description: "D" } };
  expect(shown({ type: "interactive", interactive: list })).toEqual(bubbleMessage({ body: "R\nD" }));
  const reply = { type: "button_reply", button_reply: { id: "yes", title: "Yes" } };
  expect(shown({ type: "interactive", interactive: reply })).toEqual(bubbleMessage({ body: "Yes" }));
  expect(shown({ type: "button", button: { payload: "p", text: "Press" } })).toEqual(bubbleMessage({ body: "Press" }));
});

test("It is true that a template on the wire is shown as it was drawn", () => {
  const wired = bubbleOfWire(offerWire, {
    text: "",
    findTemplate: (name, language) => (name === "offer" && language === "en" ? offer : undefined),
  });
  const drawn = bubbleOfConfig(offerConfig, offer);
  expect(wired).toEqual({ ...drawn, top: { type: "text", text: "For Ada" } });
  expect(shown(offerWire)).toEqual(
    bubbleMessage({ top: { type: "template", name: "offer", language: "en" }, body: "words" }),
  );
});

test("It is true that what is not known is shown by what people read of it, else by its name", () => {
  expect(shown({ type: "order", order: {} })).toEqual(bubbleMessage({ body: "words" }));
  expect(bubbleOfWire({ type: "order" }, { text: "" })).toEqual({ type: "unknown", name: "order" });
});

test("It is true that an answer names what it answers, in the business's form and in the webhook's", () => {
  expect(quotedBy({ context: { message_id: "a" } })).toBe("a");
  expect(quotedBy({ context: { from: "1", id: "b" } })).toBe("b");
  expect(quotedBy({ type: "text" })).toBe("");
});

test("It is true that nothing from outside keeps a chat from being drawn", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.constantFrom("text", "interactive", "template", "contacts", "image"),
      (any, type) => {
        expect(shown(any)).toHaveProperty("type");
        expect(shown({ type, [type]: any })).toHaveProperty("type");
        expect(quotedBy(any)).toBeTypeOf("string");
      },
    ),
  );
});

import type { JsonObject } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { createTestProvider, mediaOf } from "./provider.test-support.ts";

const link = "https://example.com/files/a.jpg";
const reply = (id: unknown, title: string) => ({ type: "reply", reply: { id, title } }) as JsonObject;

function interactive(type: string, rest: JsonObject): JsonObject {
  return { type: "interactive", interactive: { type, body: { text: "Choose" }, ...rest } };
}

function buttons(...replies: JsonObject[]): JsonObject {
  return interactive("button", { action: { buttons: replies } });
}

describe("a message is taken, stands in the chat as it was sent, and reads", () => {
  const card = {
    name: { formatted_name: "Ann Lee", first_name: "Ann" },
    phones: [{ phone: "+31 6 1234", type: "CELL", wa_id: "316" }],
    emails: [{ email: "a@example.com", type: "WORK" }],
    urls: [{ url: "https://example.com", type: "WORK" }],
    addresses: [{ street: "1", city: "A", state: "", zip: "1", country: "NL", country_code: "nl", type: "HOME" }],
    org: { company: "C", department: "D", title: "T" },
    birthday: "1999-01-23",
  };

  test.each<[string, JsonObject, string]>([
    ["an image", mediaOf("image", { link, caption: "Look" }), "Look"],
    ["an image without caption", mediaOf("image", { link }), "[image]"],
    ["a video", mediaOf("video", { link: "https://example.com/a.mp4" }), "[video]"],
    ["a voice note", mediaOf("audio", { link: "https://example.com/a.ogg", voice: true }), "[audio]"],
    ["a document", mediaOf("document", { link: "https://example.com/a.pdf", filename: "a.pdf" }), "a.pdf"],
    ["a sticker", mediaOf("sticker", { link: "https://example.com/a.webp" }), "[sticker]"],
    ["a place", { type: "location", location: { latitude: 1.5, longitude: -2, name: "There" } }, "There"],
    ["a place without a name", { type: "location", location: { latitude: 1.5, longitude: -2 } }, "1.5, -2"],
    ["contact cards", { type: "contacts", contacts: [card, card] }, "Ann Lee, Ann Lee"],
    ["reply buttons", buttons(reply("a", "A"), reply("b", "B")), "Choose"],
    [
      "a list",
      interactive("list", { action: { button: "Menu", sections: [{ rows: [{ id: "r", title: "R" }] }] } }),
      "Choose",
    ],
    [
      "a button that opens a page",
      interactive("cta_url", { action: { name: "cta_url", parameters: { display_text: "Go", url: link } } }),
      "Choose",
    ],
    [
      "a request for a location",
      interactive("location_request_message", { action: { name: "send_location" } }),
      "Choose",
    ],
    [
      "an image above buttons",
      interactive("button", { header: { type: "image", image: { link } }, action: { buttons: [reply("a", "A")] } }),
      "Choose",
    ],
  ])("%s", (_name, message, text) => {
    const { post, newest } = createTestProvider();
    expect(post(message, { context: { message_id: "wamid.1" } })).toBe("taken");
    expect(newest()).toMatchObject({ text, message: { ...message, context: { message_id: "wamid.1" } } });
  });
});

describe("a file by its id", () => {
  test("is taken when it was uploaded and fits the kind; a document may be any", () => {
    const { post, upload } = createTestProvider();
    const id = upload("image/png");
    expect(post(mediaOf("image", { id }))).toBe("taken");
    expect(post(mediaOf("image", { id: Number(id) }))).toBe("taken");
    expect(post(mediaOf("document", { id }))).toBe("taken");
    expect(post(mediaOf("audio", { id: upload("audio/ogg") }))).toBe("taken");
  });

  test("is refused when nobody uploaded it, or when it is a link, as some clients send it", () => {
    const message = "(#100) Param image['id'] is not a valid whatsapp business account media attachment ID";
    for (const id of ["123", link]) {
      expect(createTestProvider().post(mediaOf("image", { id }))).toEqual({ code: 100, message, details: "" });
    }
  });

  test("is refused with 131053 when it is of another kind", () => {
    const { post, upload } = createTestProvider();
    expect(post(mediaOf("image", { id: upload("application/pdf") }))).toMatchObject({
      code: 131053,
      details: "Unsupported Image mime type application/pdf. Please use one of image/jpeg, image/png.",
    });
  });

  test.each(["interactive", "template"])("is looked at in the header of a message of the type %s too", (type) => {
    const { post, put } = createTestProvider();
    put({ header: { type: "image", example: "4::handle" } });
    const header = { type: "image", image: { id: "123" } };
    const message =
      type === "interactive"
        ? interactive("button", { header, action: { buttons: [reply("a", "A")] } })
        : {
            type,
            template: {
              ...{ name: "order_shipped", language: { code: "en_US" } },
              components: [
                { type: "body", parameters: [{ type: "text", text: "A-17" }] },
                { type: "header", parameters: [header] },
              ],
            },
          };
    const place =
      type === "interactive" ? "interactive['header']['image']" : "template['components'][1]['parameters'][0]['image']";
    expect(post(message)).toMatchObject({
      code: 100,
      message: `(#100) Param ${place}['id'] is not a valid whatsapp business account media attachment ID`,
    });
  });
});

describe("a link", () => {
  test("to a file of another kind is taken, and the message fails with 131053", async () => {
    const { post, advance, statuses, updates } = createTestProvider();
    expect(post(mediaOf("image", { link: "https://example.com/a.pdf" }))).toBe("taken");
    await advance(0);
    expect(statuses()).toEqual(["failed 131053"]);
    const errorDetails = "Unsupported Image mime type application/pdf. Please use one of image/jpeg, image/png.";
    expect(updates.at(-1)).toMatchObject({ errorDetails });
  });

  test.each(["https://example.com/a", "https://example.com/a.unknown", "https://example.com/a.jpg?size=1.pdf"])(
    "as %s is taken for what the message says it is",
    async (some) => {
      const { post, advance, statuses } = createTestProvider();
      expect(post(mediaOf("image", { link: some }))).toBe("taken");
      await advance(0);
      expect(statuses()).toEqual(["sent"]);
    },
  );

  test.each(["", "a.jpg", "ftp://example.com/a.jpg", "javascript:alert(1)"])("as %j is refused", (some) => {
    expect(createTestProvider().post(mediaOf("image", { link: some }))).toMatchObject({
      code: 100,
      message: "(#100) Param image['link'] is not a valid URI.",
    });
  });
});

describe("what Meta refuses is refused:", () => {
  const rows = [{ id: "a", title: "A" }];
  const list = (sections: JsonObject[], rest: JsonObject = {}) =>
    interactive("list", { action: { button: "Menu", sections }, ...rest });

  test.each<[string, JsonObject, number, string]>([
    ["a file without a source", mediaOf("image", {}), 131008, "Param image must have either id or link."],
    ["a file with two sources", mediaOf("image", { link, id: "1" }), 131009, "not both"],
    ["a caption on audio", mediaOf("audio", { link, caption: "x" }), 100, `Unexpected key "caption" on param "audio".`],
    ["a caption on a sticker", mediaOf("sticker", { link, caption: "x" }), 100, `Unexpected key "caption"`],
    ["a file name on an image", mediaOf("image", { link, filename: "x" }), 100, `Unexpected key "filename"`],
    ["no media object", { type: "image" }, 100, "The parameter image is required."],
    ["no latitude", { type: "location", location: { longitude: 1 } }, 100, "location['latitude'] is required."],
    [
      "a latitude in words",
      { type: "location", location: { latitude: "north", longitude: 1 } },
      100,
      "must be a number",
    ],
    ["no contact", { type: "contacts", contacts: [] }, 100, "must have at least 1 element."],
    [
      "a card with a formatted name alone",
      { type: "contacts", contacts: [{ name: { formatted_name: "A" } }] },
      131008,
      "at least one of first_name",
    ],
    ["a card without a name", { type: "contacts", contacts: [{}] }, 100, "is required."],
    [
      "a wrong birthday",
      { type: "contacts", contacts: [{ name: { formatted_name: "A", first_name: "A" }, birthday: "1.1.99" }] },
      100,
      "must be a date",
    ],
    ["no buttons", buttons(), 131009, "Invalid buttons count."],
    ["two buttons with one title", buttons(reply("a", "A"), reply("b", "A")), 131009, "Button titles must be unique."],
    ["two buttons with one id", buttons(reply("a", "A"), reply("a", "B")), 131009, "Button ids must be unique."],
    ["a button without a title", buttons(reply("a", "")), 131009, "Button title length invalid."],
    ["a button without an id", buttons(reply("", "A")), 131009, "Button id length invalid."],
    [
      "a button of another type",
      interactive("button", { action: { buttons: [{ type: "url" }] } }),
      100,
      "must be one of {REPLY}.",
    ],
    [
      "an empty body",
      interactive("button", { body: { text: "" }, action: { buttons: [reply("a", "A")] } }),
      131009,
      "Body text length invalid.",
    ],
    ["no action", interactive("button", {}), 100, "interactive['action'] is required."],
    [
      "an empty header",
      interactive("button", { header: { type: "text", text: "" }, action: { buttons: [reply("a", "A")] } }),
      131009,
      "Header text length invalid.",
    ],
    [
      "a header without its file",
      interactive("button", { header: { type: "video" }, action: { buttons: [reply("a", "A")] } }),
      100,
      "interactive['header']['video'] is required.",
    ],
    [
      "an image above a list",
      list([{ rows }], { header: { type: "image", image: { link } } }),
      131009,
      "Header type image is not supported.",
    ],
    ["no sections", list([]), 131009, "Invalid sections count."],
    ["a section without rows", list([{ rows: [] }]), 131009, "at least one row"],
    [
      "two sections of which one has no title",
      list([{ title: "S", rows }, { rows: [{ id: "b", title: "B" }] }]),
      131009,
      "Section title is required",
    ],
    ["two rows with one id", list([{ rows: [...rows, { id: "a", title: "B" }] }]), 131009, "Row ids must be unique."],
    [
      "a page that is no link",
      interactive("cta_url", { action: { name: "cta_url", parameters: { display_text: "Go", url: "example" } } }),
      100,
      "is not a valid URI.",
    ],
    [
      "a location request with another action",
      interactive("location_request_message", { action: { name: "send" } }),
      100,
      "must be send_location.",
    ],
    ["a kind that is unknown", interactive("flow", {}), 131051, "interactive messages of the type flow"],
  ])("%s", (_name, message, code, words) => {
    const { post, newest } = createTestProvider();
    const verdict = post(message);
    expect(verdict).toMatchObject({ code });
    expect(typeof verdict === "string" ? verdict : `${verdict.message} ${verdict.details}`).toContain(words);
    expect(newest()).toBeUndefined();
  });
});

describe("what clients of the Cloud API write otherwise is understood:", () => {
  test("contacts as a string of JSON", () => {
    const contacts = JSON.stringify([{ name: { formatted_name: "Ann Lee", first_name: "Ann" } }]);
    const { post, newest } = createTestProvider();
    expect(post({ type: "contacts", contacts })).toBe("taken");
    expect(newest()?.text).toBe("Ann Lee");
  });

  test("numbers as ids of rows and buttons, strings as degrees", () => {
    const { post } = createTestProvider();
    const sections = [
      {
        rows: [
          { id: 1, title: "One" },
          { id: 2, title: "Two" },
        ],
      },
    ];
    expect(post(interactive("list", { action: { button: "Menu", sections } }))).toBe("taken");
    expect(post(buttons(reply(1, "A")))).toBe("taken");
    expect(post({ type: "location", location: { latitude: "37.44", longitude: "-122.16" } })).toBe("taken");
  });
});

describe("a reaction", () => {
  const react = (messageId: string, emoji: string) => ({
    type: "reaction",
    reaction: { message_id: messageId, emoji },
  });

  test("to a message of the chat is taken, and taken away again", () => {
    const { post, write, newest } = createTestProvider();
    const id = write("Hi");
    expect(post(react(id, "👍"))).toBe("taken");
    expect(newest()?.text).toBe("👍");
    expect(post(react(id, "👩‍🚀"))).toBe("taken");
    expect(post(react(id, ""))).toBe("taken");
    expect(newest()?.text).toBe("[reaction taken away]");
  });

  test("is told of as sent, and of nothing more", async () => {
    const { post, write, advance, statuses } = createTestProvider();
    post(react(write("Hi"), "👍"));
    await advance(60_000);
    expect(statuses()).toEqual(["sent"]);
  });

  test("to a message of nobody, or of somebody else, is refused", () => {
    const { post, world } = createTestProvider();
    const alex = { waId: "31687654321" };
    const phoneNumberId = "106540352242922";
    const others = world.write({ phoneNumberId, from: alex, content: { type: "text", text: "Hi" } });
    for (const id of ["wamid.unknown", others]) expect(post(react(id, "👍"))).toMatchObject({ code: 131009 });
  });

  test.each(["ok", "👍👍", "x"])("of %j is refused", (emoji) => {
    const { post, write } = createTestProvider();
    expect(post(react(write("Hi"), emoji))).toMatchObject({
      code: 131009,
      details: expect.stringContaining("one emoji"),
    });
  });
});

describe("an identity hash", () => {
  const text = { type: "text", text: { body: "Secret" } };

  test("that is the person's lets a message through, and so does none", () => {
    const { post, world } = createTestProvider();
    const { identityHash } = world.phone({ waId: "31612345678" });
    expect(post(text, { recipient_identity_key_hash: identityHash })).toBe("taken");
    expect(post(text)).toBe("taken");
    expect(post(text, { recipient_identity_key_hash: "" })).toBe("taken");
  });

  test("that was the person's before another device is refused with 137000, and nothing is delivered", () => {
    const { post, world, newest } = createTestProvider();
    const { identityHash } = world.phone({ waId: "31612345678" });
    world.changePhone({ waId: "31612345678" }, { identityHash: "another" });
    expect(post(text, { recipient_identity_key_hash: identityHash })).toMatchObject({ code: 137000 });
    expect(newest()).toBeUndefined();
    expect(post(text, { recipient_identity_key_hash: "another" })).toBe("taken");
  });

  test("that does not match fails the message afterwards when the simulator is told to", async () => {
    const { post, world, advance, statuses } = createTestProvider();
    world.faults.set({ identityMismatchAsStatus: {} });
    expect(post(text, { recipient_identity_key_hash: "another" })).toBe("taken");
    await advance(60_000);
    expect(statuses()).toEqual(["failed 137000"]);
  });
});

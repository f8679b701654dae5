import type { Contact, InboundContent, Json, JsonObject } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import type { GatewayUpdate } from "../../gateway.ts";
import inboundMessages from "./fixtures/inbound-messages.json" with { type: "json" };
import mixedPost from "./fixtures/mixed-post.json" with { type: "json" };
import { parseWebhook } from "./parse.ts";

const metadata = { display_phone_number: "15550783881", phone_number_id: "106540352242922" };

function postOf(value: JsonObject): JsonObject {
  const change = { field: "messages", value: { messaging_product: "whatsapp", metadata, ...value } };
  return { object: "whatsapp_business_account", entry: [{ id: "102290129340398", changes: [change] }] };
}

function parseOne(value: JsonObject): GatewayUpdate | undefined {
  const { updates } = parseWebhook(postOf(value));
  expect(updates).toHaveLength(1);
  return updates[0];
}

function contactOf(message: JsonObject, contacts: Json = []): Contact | undefined {
  const update = parseOne({ messages: [{ ...inboundMessages.text, ...message }], contacts });
  return update?.type === "message" ? update.contact : undefined;
}

const noMedia = { type: "media", caption: "", fileName: "", url: "" } as const;
const expectedContent: Record<keyof typeof inboundMessages, InboundContent> = {
  text: { type: "text", text: "Does it come in another color?" },
  "text quoting a message": { type: "text", text: "This one" },
  "text that was forwarded": { type: "text", text: "Look" },
  "text from an advertisement": { type: "text", text: "" },
  "button of a template": { type: "postback", payload: "UNSUBSCRIBE", text: "Unsubscribe" },
  "button reply": { type: "button-reply", id: "cancel-button", title: "Cancel" },
  "list reply": {
    type: "list-reply",
    id: "priority_express",
    title: "Priority Mail Express",
    description: "Next Day to 2 Days",
  },
  "list reply without description": { type: "list-reply", id: "r1", title: "R1", description: "" },
  "form of a WhatsApp Flow": { type: "unsupported", wireType: "nfm_reply" },
  image: {
    type: "media",
    kind: "image",
    mediaId: "1003383421387256",
    mimeType: "image/jpeg",
    caption: "Taj Mahal",
    fileName: "",
    url: "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1003383421387256",
  },
  "voice note": {
    ...noMedia,
    kind: "audio",
    mediaId: "1908647269898587",
    mimeType: "audio/ogg; codecs=opus",
    isVoice: true,
  },
  video: { ...noMedia, kind: "video", mediaId: "1067875548691105", mimeType: "video/mp4" },
  document: {
    ...noMedia,
    kind: "document",
    mediaId: "988459183258049",
    mimeType: "application/pdf",
    fileName: "report.pdf",
  },
  sticker: { ...noMedia, kind: "sticker", mediaId: "1067875548691106", mimeType: "image/webp" },
  location: {
    type: "location",
    latitude: 40.782910059774,
    longitude: -73.959075808525,
    name: "Solomon R. Guggenheim Museum",
    address: "1071 5th Ave, New York, NY 10128",
    url: "https://example.com/guggenheim",
  },
  "location in strings": { type: "location", latitude: 51.6, longitude: -4.7, name: "", address: "", url: "" },
  contacts: { type: "contacts", contacts: inboundMessages.contacts.contacts },
  reaction: { type: "reaction", messageId: "wamid.HBgLOUT=", emoji: "👍" },
  "removed reaction": { type: "reaction", messageId: "wamid.HBgLOUT=", emoji: "" },
  order: { type: "unsupported", wireType: "order" },
  "changed number": { type: "system", notice: "User Sheena Nelson changed from 16505551234 to 12195555358" },
  "changed identity": { type: "system", notice: "User identity changed" },
  "changed user id": { type: "system", notice: "user_changed_user_id" },
  unsupported: { type: "unsupported", wireType: "unsupported" },
  edit: { type: "system", notice: "Message wamid.1 was edited." },
  revoke: { type: "system", notice: "Message wamid.1 was deleted." },
  "type of the future": { type: "unsupported", wireType: "hologram" },
};

describe("an inbound message", () => {
  test.each(Object.entries(inboundMessages))("of the kind %s is read", (kind, message) => {
    const update = parseOne({ messages: [message as JsonObject] });
    expect(update).toMatchObject({
      type: "message",
      phoneNumberId: "106540352242922",
      message: { id: message.id, sentAt: Number(message.timestamp) * 1000 },
    });
    expect(update?.type === "message" && update.message.content).toEqual(
      expectedContent[kind as keyof typeof expectedContent],
    );
  });

  test("carries the provider's own object", () => {
    const update = parseOne({ messages: [inboundMessages.text] });
    expect(update?.type === "message" && update.message.payload).toBe(inboundMessages.text);
  });

  test("names the message it answers, where there is one", () => {
    const context = (message: JsonObject) => {
      const update = parseOne({ messages: [message] });
      return update?.type === "message" ? update.message.contextId : "not read";
    };
    expect(context(inboundMessages["button reply"])).toBe("wamid.HBgLOUT=");
    expect(context(inboundMessages["text that was forwarded"])).toBeUndefined();
    expect(context({ ...inboundMessages.text, context: "none" })).toBeUndefined();
  });

  test.each([
    { timestamp: "1750030073", sentAt: 1750030073000 },
    { timestamp: 1750030073, sentAt: 1750030073000 },
    { timestamp: "1750030073123", sentAt: 1750030073123 },
    { timestamp: 1750030073123, sentAt: 1750030073123 },
  ])("was sent at $sentAt ms with the timestamp $timestamp", ({ timestamp, sentAt }) => {
    expect(parseOne({ messages: [{ ...inboundMessages.text, timestamp }] })).toMatchObject({ message: { sentAt } });
  });

  test("is kept whole however long its text is", () => {
    const body = "x".repeat(100_000);
    const update = parseOne({ messages: [{ ...inboundMessages.text, text: { body } }] });
    expect(update).toMatchObject({ message: { content: { text: body } } });
  });
});

describe("the contact of a message", () => {
  const profile = { name: "Pablo M.", username: "pablomorales" };
  const known = { name: "Pablo M.", username: "pablomorales", waId: "16505551234", bsuid: "US.13491208655302741918" };
  const nobody = { name: undefined, username: undefined };

  test("is the sender with the names of the profile", () => {
    const contacts = [{ profile, wa_id: "16505551234", user_id: "US.13491208655302741918" }];
    expect(contactOf({}, contacts)).toEqual(known);
  });

  test("is matched by WA ID and learns the BSUID", () => {
    const contacts = [{ profile, wa_id: "16505551234", user_id: "US.13491208655302741918" }];
    expect(contactOf({ from_user_id: null }, contacts)).toEqual(known);
  });

  test("is matched by BSUID and needs no phone number", () => {
    const contacts = [{ profile, user_id: "US.13491208655302741918" }];
    expect(contactOf({ from: null }, contacts)).toEqual({ ...known, waId: undefined });
  });

  test("is the sender alone when the profile is of someone else or unreadable", () => {
    const contacts = [{ profile, wa_id: "16505550000" }, 7, { profile: 7, wa_id: [] }];
    const sender = { waId: "16505551234", bsuid: "US.13491208655302741918" };
    expect(contactOf({}, contacts)).toEqual(sender);
    expect(contactOf({}, "none")).toEqual(sender);
  });

  test("has no names when the profile that matches has none", () => {
    const contacts = [{ wa_id: "16505551234", profile: 7 }];
    expect(contactOf({}, contacts)).toEqual({ ...known, ...nobody });
  });
});

describe("a status", () => {
  const status = { id: "wamid.OUT1", status: "sent", timestamp: "1750030073", recipient_id: "16505551234" };

  test.each([
    { wire: "sent", read: "submitted" },
    { wire: "delivered", read: "delivered" },
    { wire: "read", read: "read" },
    { wire: "played", read: "read" },
    { wire: "failed", read: "failed" },
  ])("$wire is the receipt $read", ({ wire, read }) => {
    const receipt = { messageId: "wamid.OUT1", status: read, at: 1750030073000, sendKey: undefined, error: undefined };
    const update = parseOne({ statuses: [{ ...status, status: wire }] });
    expect(update).toEqual({ type: "receipt", phoneNumberId: "106540352242922", receipt });
  });

  test.each(["deleted", "warning", "constructor", "__proto__"])("%s is ignored", (wire) => {
    const part = { ...status, status: wire };
    const reason = `entry[0].changes[0].value.statuses[0].status "${wire}" is not read.`;
    expect(parseOne({ statuses: [part] })).toEqual({ type: "ignored", reason, payload: part });
  });

  test("gives our send key back", () => {
    const update = parseOne({ statuses: [{ ...status, biz_opaque_callback_data: "c-1.3_0" }] });
    expect(update).toMatchObject({ receipt: { sendKey: "c-1.3_0" } });
  });

  test.each(["", "of another system", "x".repeat(101), { id: 1 }])("gives no send key for %j", (data) => {
    const update = parseOne({ statuses: [{ ...status, biz_opaque_callback_data: data }] });
    expect(update).toMatchObject({ type: "receipt", receipt: { sendKey: undefined } });
  });

  test("tells why it failed, in the words there are", () => {
    const errorOf = (...errors: Json[]) => {
      const update = parseOne({ statuses: [{ ...status, status: "failed", errors }] });
      return update?.type === "receipt" ? update.receipt.error : "not read";
    };
    const whole = { code: 131026, title: "Message undeliverable", message: "Long", error_data: { details: "Old app" } };
    expect(errorOf(whole, "more")).toEqual({ code: 131026, title: "Message undeliverable", details: "Old app" });
    expect(errorOf({ code: "131026", message: "Long" })).toEqual({ code: 131026, title: "Long", details: "Long" });
    expect(errorOf({ code: 131026 })).toEqual({ code: 131026, title: "", details: "" });
    expect(errorOf({ title: "No code" })).toBeUndefined();
    expect(errorOf()).toBeUndefined();
  });
});

describe("a webhook", () => {
  test("with several entries and changes is read in its order, and a malformed message costs only itself", () => {
    const { updates } = parseWebhook(mixedPost);
    expect(updates).toMatchObject([
      {
        type: "message",
        contact: { name: "Sheena Nelson", bsuid: "US.13491208655302741918" },
        message: { id: "wamid.A" },
      },
      { type: "ignored", payload: { id: "wamid.B" } },
      {
        type: "message",
        contact: { bsuid: "MX.20831208655302741918", username: "pablomorales" },
        message: { id: "wamid.C" },
      },
      { type: "receipt", receipt: { messageId: "wamid.OUT1", status: "submitted", sendKey: "c1.3.0" } },
      { type: "receipt", receipt: { messageId: "wamid.OUT2", status: "failed", error: { code: 131049 } } },
      { type: "template-status", status: "approved", reason: "" },
      { type: "receipt", phoneNumberId: "106540352242923", receipt: { messageId: "wamid.OUT3", status: "read" } },
      { type: "consent", contact: { name: "Sheena Nelson" }, optIn: { status: "opted-out" } },
    ]);
    expect(updates[1]).toHaveProperty(
      "reason",
      "entry[0].changes[0].value.messages[1].image.id cannot be read: Invalid input: expected string, received undefined.",
    );
  });

  const text = inboundMessages.text;
  const at = "entry[0].changes[0].value.messages[0]";
  test.each<{ name: string; message: Json; reason: string }>([
    { name: "no object", message: 7, reason: `${at} cannot be read` },
    { name: "no id", message: { ...text, id: "" }, reason: `${at}.id cannot be read` },
    { name: "no type", message: { ...text, type: null }, reason: `${at}.type cannot be read` },
    { name: "no time", message: { ...text, timestamp: "now" }, reason: `${at}.timestamp cannot be read` },
    { name: "no text", message: { ...text, text: {} }, reason: `${at}.text.body cannot be read` },
    { name: "no sender", message: { ...text, from: "unknown", from_user_id: 7 }, reason: `${at} has neither a WA ID` },
    { name: "a group", message: { ...text, group_id: "120363@g.us" }, reason: `${at} was written in a group` },
    {
      name: "no answer",
      message: { ...text, type: "interactive", interactive: [] },
      reason: `${at}.interactive cannot be read`,
    },
    {
      name: "half an answer",
      message: { ...text, type: "interactive", interactive: { type: "list_reply", list_reply: { title: "R1" } } },
      reason: `${at}.interactive.list_reply.id cannot be read`,
    },
  ])("ignores a message with $name, and says where it is wrong", ({ message, reason }) => {
    expect(parseOne({ messages: [message] })).toMatchObject({ type: "ignored", payload: message });
    expect(parseOne({ messages: [message] })).toHaveProperty("reason", expect.stringContaining(reason));
  });

  test.each<{ body: Json; reason: string }>([
    { body: null, reason: "body cannot be read" },
    { body: { object: "page", entry: [] }, reason: "body.object cannot be read" },
    { body: { ...postOf({}), entry: {} }, reason: "body.entry cannot be read" },
    { body: { ...postOf({}), entry: [{}] }, reason: "entry[0].changes cannot be read" },
    { body: { ...postOf({}), entry: [{ changes: [{}] }] }, reason: "entry[0].changes[0].field cannot be read" },
    { body: postOf({ metadata: {} }), reason: "value.metadata.phone_number_id cannot be read" },
    { body: postOf({ messages: {} }), reason: "value.messages cannot be read" },
    { body: postOf({ messages: null }), reason: "value holds no messages, statuses or errors" },
    { body: postOf({ errors: [{ code: 131000 }] }), reason: "value.errors[0] is a notice about the number" },
  ])("is kept as one ignored update: $reason", ({ body, reason }) => {
    expect(parseWebhook(body).updates).toMatchObject([{ type: "ignored", reason: expect.stringContaining(reason) }]);
  });

  test("with entries that are empty brings nothing", () => {
    expect(parseWebhook({ object: "whatsapp_business_account", entry: [] }).updates).toEqual([]);
  });

  test("quotes at most 60 characters of a name in its reason", () => {
    const body = { object: "whatsapp_business_account", entry: [{ changes: [{ field: "x".repeat(500), value: {} }] }] };
    expect(parseWebhook(body).updates).toMatchObject([
      { reason: `entry[0].changes[0].field "${"x".repeat(60)}" is not read.` },
    ]);
  });

  test("is not misled by keys and types that are names of the prototype", () => {
    const own = JSON.parse(
      '{"__proto__":{"from":"16505550000","text":{"body":"evil"}},"from":"16505551234","id":"wamid.1","timestamp":"1","type":"constructor"}',
    ) as JsonObject;
    const update = parseOne({ messages: [own], contacts: [own] });
    expect(update).toMatchObject({
      contact: { waId: "16505551234" },
      message: { content: { type: "unsupported", wireType: "constructor" } },
    });
    expect(parseOne({ messages: [{ ...text, type: "__proto__" }] })).toMatchObject({
      message: { content: { type: "unsupported", wireType: "__proto__" } },
    });
    const missing = JSON.parse('{"__proto__":{"from":"16505550000"},"id":"w","timestamp":"1","type":"text"}') as Json;
    expect(parseOne({ messages: [missing] })).toMatchObject({ type: "ignored" });
    expect(Object.prototype).not.toHaveProperty("from");
  });
});

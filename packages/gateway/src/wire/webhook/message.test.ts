import type { Contact, Json, JsonObject, Referral } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import inboundMessages from "./fixtures/inbound-messages.json" with { type: "json" };
import { readContacts } from "./contacts.ts";
import { readMessage } from "./message.ts";

function read(
  message: JsonObject,
  contacts: readonly Json[] = [],
): { contact: Contact; referral: Referral | undefined } {
  const place = { path: "messages[0]", phoneNumberId: "106540352242922", contacts: readContacts(contacts) };
  const update = readMessage({ ...inboundMessages.text, ...message }, place);
  if (update.type !== "message") throw new Error(`It was read as ${update.type}.`);
  return { contact: update.contact, referral: update.message.referral };
}

const profileWith = (hash: Json): Json => ({ wa_id: "16505551234", identity_key_hash: hash });

describe("the identity key hash of a sender", () => {
  test("stands beside the profile", () => {
    expect(read({}, [profileWith("DF2lS5v2W6x=")]).contact.identityHash).toBe("DF2lS5v2W6x=");
    expect(read({}).contact.identityHash).toBeUndefined();
  });

  test("is the one of the notice that it changed, in either form", () => {
    const body = "User identity changed";
    for (const type of ["customer_identity_changed", "user_identity_changed"]) {
      const notice: JsonObject = { type: "system", system: { type, body, identity: "new=" } };
      expect(read(notice, [profileWith("old=")]).contact.identityHash).toBe("new=");
    }
    expect(read(inboundMessages["changed identity"], [profileWith("old=")]).contact.identityHash).toBe("DF2lS5v2W6x=");
  });

  test("is not that of the new number, which another contact has", () => {
    const notice = { type: "system", system: { type: "user_changed_number", body: "changed", identity: "new=" } };
    expect(read(notice, [profileWith("old=")]).contact.identityHash).toBe("old=");
  });

  test.each<{ hash: Json }>([{ hash: "" }, { hash: 7 }, { hash: "x".repeat(201) }, { hash: {} }])(
    "is not known from $hash, and the message is read all the same",
    ({ hash }) => {
      expect(read({}, [profileWith(hash)]).contact).toMatchObject({ waId: "16505551234", identityHash: undefined });
      expect(read({ identity: { hash } }).contact.identityHash).toBeUndefined();
    },
  );
});

describe("the advertisement that a message came from", () => {
  test("is told with everything that the provider tells of it", () => {
    const referral = {
      source_url: "https://fb.me/3cr4Wqqkv",
      source_id: "120226305854810726",
      source_type: "ad",
      headline: "Chat with us",
      body: "Summer succulents are here!",
      media_type: "image",
      ctwa_clid: "Aff-n8ZTODiE79d22KtAwQKj9e",
    };
    expect(read({ referral }).referral).toEqual({
      sourceType: "ad",
      sourceId: "120226305854810726",
      sourceUrl: "https://fb.me/3cr4Wqqkv",
      headline: "Chat with us",
      body: "Summer succulents are here!",
      clickId: "Aff-n8ZTODiE79d22KtAwQKj9e",
    });
  });

  test("has empty texts for what was not told or cannot be read", () => {
    expect(read({ referral: { source_type: "post", headline: 7 } }).referral).toEqual({
      sourceType: "post",
      sourceId: "",
      sourceUrl: "",
      headline: "",
      body: "",
      clickId: "",
    });
  });

  test("is none without a referral that is an object", () => {
    expect(read({}).referral).toBeUndefined();
    expect(read({ referral: "ad" }).referral).toBeUndefined();
  });
});

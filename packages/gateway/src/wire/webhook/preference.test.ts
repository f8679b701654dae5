import type { Json, JsonObject } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import type { GatewayUpdate } from "../../gateway.ts";
import { parseWebhook } from "./parse.ts";

const metadata = { display_phone_number: "15550783881", phone_number_id: "106540352242922" };
const stop = {
  wa_id: "16505551234",
  detail: "User requested to stop marketing messages",
  category: "marketing_messages",
  value: "stop",
  timestamp: 1731705721,
};

function readAll(preferences: Json, contacts: Json = []): readonly GatewayUpdate[] {
  const value: JsonObject = { messaging_product: "whatsapp", metadata, contacts, user_preferences: preferences };
  return parseWebhook({
    object: "whatsapp_business_account",
    entry: [{ id: "102290129340398", changes: [{ field: "user_preferences", value }] }],
  }).updates;
}

const read = (changes: JsonObject) => readAll([{ ...stop, ...changes }])[0];

describe("a choice about marketing messages that a person made in WhatsApp", () => {
  test("to stop them takes consent away, with its time and evidence", () => {
    expect(readAll([stop], [{ profile: { name: "Sheena Nelson" }, wa_id: "16505551234" }])).toEqual([
      {
        type: "consent",
        phoneNumberId: "106540352242922",
        contact: expect.objectContaining({ waId: "16505551234", name: "Sheena Nelson" }),
        optIn: {
          status: "opted-out",
          at: 1_731_705_721_000,
          source: "provider",
          evidence: "In WhatsApp: User requested to stop marketing messages",
        },
      },
    ]);
  });

  test("to resume them gives consent", () => {
    expect(read({ value: "resume", detail: null })).toMatchObject({
      optIn: { status: "opted-in", evidence: "In WhatsApp: marketing_messages resume" },
    });
  });

  test("may come of a person without a phone number", () => {
    expect(read({ wa_id: null, user_id: "US.13491208655302741918" })).toMatchObject({
      type: "consent",
      contact: { bsuid: "US.13491208655302741918" },
    });
  });

  test("is one of several, each read by itself", () => {
    expect(readAll([stop, 7, { ...stop, value: "resume" }]).map(({ type }) => type)).toEqual([
      "consent",
      "ignored",
      "consent",
    ]);
  });

  const at = "entry[0].changes[0].value.user_preferences[0]";
  test.each<{ changes: JsonObject; reason: string }>([
    { changes: { value: "signup" }, reason: `${at}.value "signup" is not read.` },
    { changes: { value: "constructor" }, reason: `${at}.value "constructor" is not read.` },
    { changes: { category: "calls" }, reason: `${at}.category "calls" is not read.` },
    { changes: { wa_id: "nobody" }, reason: `${at} has neither a WA ID in "wa_id" nor a BSUID in "user_id".` },
    { changes: { timestamp: "soon" }, reason: `${at}.timestamp cannot be read` },
  ])("is kept unread: $reason", ({ changes, reason }) => {
    expect(read(changes)).toMatchObject({ type: "ignored", reason: expect.stringContaining(reason) });
  });

  test.each<{ preferences: Json; reason: string }>([
    { preferences: [], reason: "value holds no preferences." },
    { preferences: {}, reason: "value.user_preferences cannot be read" },
  ])("is kept as one ignored update where there is none: $reason", ({ preferences, reason }) => {
    expect(readAll(preferences)).toMatchObject([{ type: "ignored", reason: expect.stringContaining(reason) }]);
  });
});

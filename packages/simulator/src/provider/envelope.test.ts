import { expect, test } from "vitest";
import type { MessageUpdate, StatusUpdate, TemplateUpdate } from "../update.ts";
import { businessNumber } from "../world.test-support.ts";
import { envelopeOf } from "./envelope.ts";

const { phoneNumberId, businessAccountId } = businessNumber;

const message: MessageUpdate = {
  type: "message",
  phoneNumberId,
  contact: { waId: "31612345678", bsuid: "NL.1", name: "Sam" },
  id: "wamid.in",
  at: 1_750_030_073_999,
  message: { type: "text", text: { body: "Hello" } },
};

const status: StatusUpdate = {
  type: "status",
  phoneNumberId,
  contact: { waId: "31612345678", name: "Sam" },
  messageId: "wamid.out",
  status: "delivered",
  at: 1_750_030_073_000,
  clientReference: "send-1",
};

/** As it goes over the wire: without what is undefined. */
function wireOf(...updates: Parameters<typeof envelopeOf>[1]): unknown {
  return JSON.parse(JSON.stringify(envelopeOf(businessNumber, updates)));
}

const value = {
  messaging_product: "whatsapp",
  metadata: { display_phone_number: "15550783881", phone_number_id: phoneNumberId },
};

test("a person's message comes with its contact", () => {
  expect(wireOf(message)).toEqual({
    object: "whatsapp_business_account",
    entry: [
      {
        id: businessAccountId,
        changes: [
          {
            field: "messages",
            value: {
              ...value,
              contacts: [{ profile: { name: "Sam" }, wa_id: "31612345678", user_id: "NL.1" }],
              messages: [
                {
                  from: "31612345678",
                  from_user_id: "NL.1",
                  id: "wamid.in",
                  timestamp: "1750030073",
                  type: "text",
                  text: { body: "Hello" },
                },
              ],
            },
          },
        ],
      },
    ],
  });
});

test("a status comes with the business's own text and the recipient", () => {
  const wire = {
    id: "wamid.out",
    status: "delivered",
    timestamp: "1750030073",
    recipient_id: "31612345678",
    biz_opaque_callback_data: "send-1",
  };
  expect(wireOf(status)).toMatchObject({ entry: [{ changes: [{ value: { ...value, statuses: [wire] } }] }] });
});

test("a failed status says why", () => {
  const errors = [
    {
      code: 131026,
      title: "Message undeliverable",
      message: "Message undeliverable",
      error_data: { details: expect.stringContaining("not on WhatsApp") },
      href: "/documentation/business-messaging/whatsapp/support/error-codes",
    },
  ];
  const failed = wireOf({ ...status, status: "failed", errorCode: 131026 });
  expect(failed).toMatchObject({ entry: [{ changes: [{ value: { statuses: [{ status: "failed", errors }] } }] }] });
});

test("a person who hides the number is named by business-scoped id alone", () => {
  const contact = { bsuid: "NL.1", name: "Sam" };
  const text = JSON.stringify(wireOf({ ...message, contact }, { ...status, contact }));
  expect(text).toContain('"contacts":[{"profile":{"name":"Sam"},"user_id":"NL.1"}]');
  expect(text).toContain('"messages":[{"from_user_id":"NL.1","id"');
  expect(text).toContain('"recipient_user_id":"NL.1"');
  expect(text).not.toContain("31612345678");
});

test("several updates share a value while they are of one kind, and each person comes once in it", () => {
  const alex = { ...message, contact: { waId: "31687654321", name: "Alex" }, id: "wamid.alex" };
  expect(wireOf(message, alex, { ...message, id: "wamid.again" }, status, status, message)).toMatchObject({
    entry: [
      {
        changes: [
          {
            value: {
              contacts: [{ wa_id: "31612345678" }, { wa_id: "31687654321" }],
              messages: [{ id: "wamid.in" }, { id: "wamid.alex" }, { id: "wamid.again" }],
            },
          },
          { value: { statuses: [{ id: "wamid.out" }, { id: "wamid.out" }] } },
          { value: { messages: [{ id: "wamid.in" }] } },
        ],
      },
    ],
  });
});

test("identity hashes come with contacts and with statuses", () => {
  const contact = { waId: "31612345678", name: "Sam", identityHash: "DF2lS5v2W6x=" };
  expect(wireOf({ ...message, contact }, { ...status, contact })).toMatchObject({
    entry: [
      {
        changes: [
          { value: { contacts: [{ identity_key_hash: "DF2lS5v2W6x=" }] } },
          { value: { statuses: [{ recipient_identity_key_hash: "DF2lS5v2W6x=" }] } },
        ],
      },
    ],
  });
});

test("a failure may have words of its own", () => {
  const failed = { ...status, status: "failed", errorCode: 131053, errorDetails: "Too large." } as const;
  const error = { code: 131053, title: "Media upload error", error_data: { details: "Too large." } };
  expect(wireOf(failed)).toMatchObject({ entry: [{ changes: [{ value: { statuses: [{ errors: [error] }] } }] }] });
});

test("what a person wants of marketing comes in a field of its own, with the time as a number", () => {
  const contact = { waId: "31612345678", name: "Sam" };
  expect(wireOf({ type: "preference", phoneNumberId, contact, value: "stop", at: 1_731_705_721_999 })).toEqual({
    object: "whatsapp_business_account",
    entry: [
      {
        id: businessAccountId,
        changes: [
          {
            field: "user_preferences",
            value: {
              ...value,
              contacts: [{ profile: { name: "Sam" }, wa_id: "31612345678" }],
              user_preferences: [
                {
                  wa_id: "31612345678",
                  detail: "User requested to stop marketing messages",
                  category: "marketing_messages",
                  value: "stop",
                  timestamp: 1_731_705_721,
                },
              ],
            },
          },
        ],
      },
    ],
  });
});

test("what became of templates comes one change each, with the id as a number and the reason of a rejection", () => {
  const update: TemplateUpdate = {
    ...{ type: "template", businessAccountId, id: "100000001000000", name: "hello", language: "en_US", at: 0 },
    ...{ category: "utility", event: "REJECTED", reason: "INVALID_FORMAT", explanation: "It has no body." },
  };
  const approved = { ...update, event: "APPROVED", reason: "NONE", explanation: "" } as const;
  const shared = {
    message_template_id: 100_000_001_000_000,
    message_template_name: "hello",
    message_template_language: "en_US",
    message_template_category: "UTILITY",
  };
  const rejection_info = { reason: "It has no body.", recommendation: expect.any(String) };
  const field = "message_template_status_update";
  expect(wireOf(update, approved)).toEqual({
    object: "whatsapp_business_account",
    entry: [
      {
        id: businessAccountId,
        changes: [
          { field, value: { ...shared, event: "REJECTED", reason: "INVALID_FORMAT", rejection_info } },
          { field, value: { ...shared, event: "APPROVED", reason: "NONE" } },
        ],
      },
    ],
  });
});

import { expect, test } from "vitest";
import type { MessageUpdate, StatusUpdate } from "../update.ts";
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

import type { GatewayUpdate } from "@parley/gateway";
import type { Contact, InboundContent } from "@parley/messaging";
import { expect } from "vitest";
import type { GatewayUnderTest, TestGateway, Writing } from "../describe-gateway.ts";
import { soon, updatesOf } from "./updates.ts";

/** One of every content that there is; a type without one is a compile error here. */
const contents = {
  text: [{ type: "text", text: "Does it come in \u{1F7E2}?" }],
  postback: [{ type: "postback", payload: "UNSUBSCRIBE", text: "Unsubscribe" }],
  "button-reply": [{ type: "button-reply", id: "cancel", title: "Cancel" }],
  "list-reply": [{ type: "list-reply", id: "express", title: "Express", description: "Next day" }],
  media: (["image", "audio", "video", "document", "sticker"] as const).map((kind) => ({
    ...{ type: "media", kind, mediaId: "1003383421387256", mimeType: "application/octet-stream" },
    ...{ caption: "Taj Mahal", fileName: "taj.bin", url: "https://example.com/1003383421387256" },
  })),
  location: [
    {
      ...{ type: "location", latitude: 40.78, longitude: -73.96 },
      ...{ name: "Guggenheim", address: "1071 5th Ave", url: "https://example.com/guggenheim" },
    },
  ],
  contacts: [{ type: "contacts", contacts: [{ name: { formatted_name: "Ada" } }] }],
  reaction: [
    { type: "reaction", messageId: "wamid.1", emoji: "\u{1F44D}" },
    { type: "reaction", messageId: "wamid.1", emoji: "" },
  ],
  system: [{ type: "system", notice: "User Ada changed from 31612345678 to 31687654321" }],
  unsupported: [{ type: "unsupported", wireType: "order" }],
} satisfies { readonly [Type in InboundContent["type"]]: readonly (InboundContent & { readonly type: Type })[] };

/** What people write. */
export function describeMessages(testGateway: TestGateway): void {
  for (const [type, written] of Object.entries<readonly InboundContent[]>(contents)) {
    testGateway(`reads a message with ${type} as it was written`, async (subject) => {
      for (const content of written) {
        const update = await receive(subject, content, { from: subject.person });
        expect(update.message.content).toEqual(content);
        expect(update.phoneNumberId).toBe(subject.app.phoneNumberId);
        expect(update.message.payload).toBeTypeOf("object");
      }
    });
  }

  testGateway("says when a message was sent, and which message it answers", async (subject) => {
    const writing = { from: subject.person, sentAt: 1_767_225_600_000, contextId: "wamid.HBgLOUT" };
    const { message } = await receive(subject, { type: "button-reply", id: "yes", title: "Yes" }, writing);
    expect(message).toMatchObject({ sentAt: writing.sentAt, contextId: writing.contextId });
    const plain = await receive(subject, { type: "text", text: "Hi" }, { from: subject.person });
    expect(plain.message.contextId).toBeUndefined();
  });

  testGateway("tells which advertisement led a person here, and of none where there was none", async (subject) => {
    const referral = {
      ...{ sourceType: "ad", sourceId: "120226305854810726", sourceUrl: "https://fb.me/3cr4Wqqkv" },
      ...{ headline: "Chat with us", body: "Grüße \u{1F7E2}", clickId: "Aff-n8ZTODiE79d22KtAwQKj9e" },
    };
    const content = { type: "text", text: "Hi" } as const;
    const led = await receive(subject, content, { from: subject.person, referral });
    expect(led.message).toMatchObject({ content, referral });
    const plain = await receive(subject, content, { from: subject.person });
    expect(plain.message.referral).toBeUndefined();
  });

  for (const [kind, from] of people) {
    testGateway(`knows a person with ${kind}`, async (subject) => {
      const { contact } = await receive(subject, { type: "text", text: "Hi" }, { from });
      const { waId, bsuid, name } = contact;
      expect({ waId, bsuid, name }).toEqual({ waId: undefined, bsuid: undefined, ...from });
    });
  }

  testGateway("keeps the order in which a person wrote", async (subject) => {
    const texts = ["one", "two", "three"];
    for (const text of texts) await receive(subject, { type: "text", text }, { from: subject.person });
    const read = updatesOf(subject).flatMap((update) => (update.type === "message" ? [update.message.content] : []));
    expect(read).toEqual(texts.map((text) => ({ type: "text", text })));
  });
}

const people: readonly (readonly [kind: string, from: Contact])[] = [
  ["a phone number", { waId: "31600000001", name: "Ada" }],
  ["a business-scoped user id", { bsuid: "NL.13491208655302741918", name: "Ada" }],
  ["both", { waId: "31600000002", bsuid: "NL.ENT.11815799212886844830", name: "Ada Lovelace" }],
];

type MessageUpdate = Extract<GatewayUpdate, { readonly type: "message" }>;

async function receive(subject: GatewayUnderTest, content: InboundContent, writing: Writing): Promise<MessageUpdate> {
  const id = await subject.write(content, writing);
  return soon(() => {
    const found = updatesOf(subject).find((update) => update.type === "message" && update.message.id === id);
    expect(found).toBeDefined();
    return found as MessageUpdate;
  });
}

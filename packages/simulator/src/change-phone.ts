import type { Chat } from "./chat.ts";
import { contactOf, nameOf, type PhoneChange, type PhoneIdentity } from "./phone.ts";
import { hasIdentityCheck, type WorldParts } from "./world-parts.ts";

/** Changes how a phone behaves; gives a sentence if the change cannot be made. */
export function changePhone(parts: WorldParts, identity: PhoneIdentity, change: PhoneChange): string | undefined {
  const phone = parts.phones.open(identity);
  const before = phone.identityHash;
  const problem = parts.phones.change(phone, change);
  if (problem !== undefined) return problem;
  if (phone.identityHash !== before) for (const chat of phone.chats.values()) noticeIdentity(parts, chat);
  if (!phone.settings.isOffline) parts.delivery.resume(phone);
  return undefined;
}

/**
 * Tells a business with identity checks that the person it has a chat with is known by another hash now (Cloud API, system messages). Nobody wrote
 * it: it stands in no chat and opens no session window.
 */
function noticeIdentity(parts: WorldParts, { phone, phoneNumberId, messages }: Chat): void {
  if (messages.length === 0 || !hasIdentityCheck(parts, phoneNumberId)) return;
  const at = parts.clock.now();
  const { identityHash: hash } = phone;
  const identity = { acknowledged: true, created_timestamp: String(Math.floor(at / 1000)), hash };
  const system = { body: `User ${phone.settings.name} changed their identity`, type: "customer_identity_changed" };
  parts.tell({
    ...{ type: "message", phoneNumberId, contact: contactOf(phone, true), id: parts.nextId(nameOf(phone)), at },
    message: { type: "system", identity, system },
  });
}

/** A person stops the marketing messages of a number, or takes them again, and the business is told. */
export function changeMarketing(parts: WorldParts, chat: Chat, value: "stop" | "resume"): void {
  chat.hasStoppedMarketing = value === "stop";
  const { phone, phoneNumberId } = chat;
  const contact = contactOf(phone, hasIdentityCheck(parts, phoneNumberId));
  parts.tell({ type: "preference", phoneNumberId, contact, value, at: parts.clock.now() });
}

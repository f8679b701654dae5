import type { Contact, JsonObject } from "@parley/messaging";
import type { RefusalCode } from "./admission.ts";
import { type Chat, type ChatMessage, openChat } from "./chat.ts";
import { contactOf, nameOf, type PhoneIdentity } from "./phone.ts";
import type { WorldParts } from "./world-parts.ts";

/** A message that the business asks to be sent. */
export type SendRequest = {
  readonly phoneNumberId: string;
  readonly to: PhoneIdentity;
  /** The message in the provider's own form, which the world keeps and never reads. */
  readonly message: JsonObject;
  /** What a person reads of it. */
  readonly text: string;
  /** Whether it may be sent only while the session window is open. */
  readonly isFreeForm: boolean;
  /** The business's own text, which comes back in statuses. */
  readonly clientReference?: string | undefined;
};

/** What came of a send. */
export type SendAnswer =
  | { readonly type: "accepted"; readonly id: string; readonly contact: Contact }
  | { readonly type: "refused"; readonly code: RefusalCode };

/** Takes a message of the business to a person, or refuses it. */
export function send(parts: WorldParts, request: SendRequest): SendAnswer {
  const { phones, admission, delivery, counts } = parts;
  const chat = openChat(phones.open(request.to), request.phoneNumberId);
  const verdict = admission.judge(chat, request.isFreeForm);
  if (verdict.type === "refused") {
    counts.refused += 1;
    return verdict;
  }
  const message = take(parts, chat, request);
  if (verdict.failsWith === undefined) delivery.begin(message);
  else delivery.fail(message, verdict.failsWith);
  return { type: "accepted", id: message.entry.id, contact: contactAs(request.to, chat) };
}

function take(parts: WorldParts, chat: Chat, { message, text, clientReference, to }: SendRequest): ChatMessage {
  const id = parts.nextId(nameOf(to));
  const at = parts.clock.now();
  parts.counts.accepted += 1;
  chat.typingUntil = 0;
  parts.sendLog.add({ id, phoneNumberId: chat.phoneNumberId, to: nameOf(to), clientReference, text, at });
  return parts.log.add({ chat, clientReference }, { id, direction: "out", at, text, message, status: "pending" });
}

/** What the business learns from the answer: the identity that it used, and the other unless the person hides it. */
function contactAs(to: PhoneIdentity, chat: Chat): Contact {
  const contact = contactOf(chat.phone);
  return { ...contact, waId: to.waId ?? contact.waId };
}

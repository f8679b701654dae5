import type { Contact, JsonObject } from "@parley/messaging";
import type { Applicant, RefusalCode } from "./admission.ts";
import { type Chat, type ChatMessage, openChat } from "./chat.ts";
import type { Failure } from "./delivery.ts";
import { contactOf, nameOf, type PhoneIdentity } from "./phone.ts";
import type { ShownTemplate } from "./templates/shown-template.ts";
import { hasIdentityCheck, type WorldParts } from "./world-parts.ts";

/** A message that the business asks to be sent. */
export type SendRequest = Applicant & {
  readonly phoneNumberId: string;
  readonly to: PhoneIdentity;
  /** The message in the provider's own form, which the world keeps and never reads. */
  readonly message: JsonObject;
  /** What a person reads of it. */
  readonly text: string;
  /** Of a message made of a template: what the person reads, and what its buttons do. */
  readonly template?: ShownTemplate | undefined;
  /** The business's own text, which comes back in statuses. */
  readonly clientReference?: string | undefined;
  /** Why it is taken and fails afterwards, such as a link to a file of a kind that does not fit. */
  readonly failsWith?: Failure | undefined;
  /** Whether the business never hears more of it than that it was sent. */
  readonly hasSentOnly?: boolean | undefined;
};

/** What came of a send. */
export type SendAnswer =
  | { readonly type: "accepted"; readonly id: string; readonly contact: Contact }
  | { readonly type: "refused"; readonly code: RefusalCode };

/** Takes a message of the business to a person, or refuses it. */
export function send(parts: WorldParts, request: SendRequest): SendAnswer {
  const { phones, admission, delivery, counts } = parts;
  const chat = openChat(phones.open(request.to), request.phoneNumberId);
  const verdict = admission.judge(chat, request);
  if (verdict.type === "refused") {
    counts.refused += 1;
    return verdict;
  }
  const message = take(parts, chat, request);
  const failure = verdict.failsWith === undefined ? request.failsWith : { code: verdict.failsWith };
  if (failure === undefined) delivery.begin(message);
  else delivery.fail(message, failure);
  return { type: "accepted", id: message.entry.id, contact: contactAs(parts, request.to, chat) };
}

function take(parts: WorldParts, chat: Chat, request: SendRequest): ChatMessage {
  const { message, text, template, clientReference, hasSentOnly, to } = request;
  const id = parts.nextId(nameOf(to));
  const at = parts.clock.now();
  parts.counts.accepted += 1;
  chat.typingUntil = 0;
  parts.sendLog.add({ id, phoneNumberId: chat.phoneNumberId, to: nameOf(to), clientReference, text, at });
  const entry = { id, direction: "out", at, text, message, ...(template && { template }), status: "pending" } as const;
  return parts.log.add({ chat, clientReference, hasSentOnly }, entry);
}

/** What the business learns from the answer: the identity that it used, and the other unless the person hides it. */
function contactAs(parts: WorldParts, to: PhoneIdentity, chat: Chat): Contact {
  const contact = contactOf(chat.phone, hasIdentityCheck(parts, chat.phoneNumberId));
  return { ...contact, waId: to.waId ?? contact.waId };
}

import { invariant } from "@parley/messaging";
import { openChat } from "./chat.ts";
import { contactOf, nameOf, type PhoneIdentity } from "./phone.ts";
import type { WorldParts } from "./world-parts.ts";
import { type Content, type Referral, writingOf } from "./writing.ts";

/** Something that a person does in a chat. */
export type WriteRequest = {
  readonly phoneNumberId: string;
  readonly from: PhoneIdentity;
  readonly content: Content;
  /** The message it answers, unless the content names one. */
  readonly contextId?: string | undefined;
  /** The advertisement that led the person here. */
  readonly referral?: Referral | undefined;
  /** When it was written, in milliseconds of the world's time; now unless given. */
  readonly sentAt?: number | undefined;
};

/** Takes a message of a person to the business, which opens the session window, and gives its id. */
export function write(parts: WorldParts, { phoneNumberId, from, content, sentAt, ...more }: WriteRequest): string {
  const number = parts.admission.number(phoneNumberId);
  invariant(number, "a person writes to a number that was put");
  const chat = openChat(parts.phones.open(from), phoneNumberId);
  const { message, text } = writingOf(content, { ...more, number, files: parts.files, linkOf: parts.linkOf });
  const id = parts.nextId(nameOf(from));
  const at = sentAt ?? parts.clock.now();
  parts.counts.written += 1;
  chat.lastInboundAt = Math.max(at, chat.lastInboundAt ?? at);
  parts.log.add({ chat }, { id, direction: "in", at, text, message, status: "pending" });
  const contact = contactOf(chat.phone, number.hasIdentityCheck);
  parts.tell({ type: "message", phoneNumberId, contact, id, at, message });
  return id;
}

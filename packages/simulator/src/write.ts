import { invariant, type JsonObject } from "@parley/messaging";
import { openChat } from "./chat.ts";
import { contactOf, nameOf, type PhoneIdentity } from "./phone.ts";
import type { WorldParts } from "./world-parts.ts";

/** A message that a person writes. */
export type WriteRequest = {
  readonly phoneNumberId: string;
  readonly from: PhoneIdentity;
  /** The message in the provider's own form, without sender, id and time. */
  readonly message: JsonObject;
  /** What a person reads of it. */
  readonly text: string;
  /** When it was written, in milliseconds of the world's time; now unless given. */
  readonly sentAt?: number | undefined;
};

/** Takes a message of a person to the business, which opens the session window, and gives its id. */
export function write(parts: WorldParts, { phoneNumberId, from, message, text, sentAt }: WriteRequest): string {
  invariant(parts.admission.knows(phoneNumberId), "a person writes to a number that was put");
  const chat = openChat(parts.phones.open(from), phoneNumberId);
  const id = parts.nextId(nameOf(from));
  const at = sentAt ?? parts.clock.now();
  parts.counts.written += 1;
  chat.lastInboundAt = Math.max(at, chat.lastInboundAt ?? at);
  parts.log.add({ chat }, { id, direction: "in", at, text, message, status: "pending" });
  parts.tell({ type: "message", phoneNumberId, contact: contactOf(chat.phone), id, at, message });
  return id;
}

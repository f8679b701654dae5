import { type Contact, invariant, type JsonObject, type OutboundMessage } from "@parley/messaging";
import type { SendRequest } from "../../gateway.ts";
import { contactsWireForm } from "./contacts.ts";
import { ctaUrlWireForm } from "./cta-url.ts";
import { listWireForm } from "./list.ts";
import { locationRequestWireForm } from "./location-request.ts";
import { locationWireForm } from "./location.ts";
import { mediaWireForm } from "./media.ts";
import { reactionWireForm } from "./reaction.ts";
import { readMarkRequest } from "./read-mark.ts";
import { replyButtonsWireForm } from "./reply-buttons.ts";
import { templateWireForm } from "./template.ts";
import { textWireForm } from "./text.ts";

/** What is sent as a message; a mark that one was read is a request of another form. */
type SentMessage = Exclude<OutboundMessage, { readonly type: "read-mark" }>;
type MessageType = SentMessage["type"];
type MessageOf<Type extends MessageType> = Extract<SentMessage, { readonly type: Type }>;
type WireForms = { readonly [Type in MessageType]: (message: MessageOf<Type>) => JsonObject };

/** One file per message type; a type without one is a compile error here. */
const wireForms: WireForms = {
  text: textWireForm,
  media: mediaWireForm,
  location: locationWireForm,
  contacts: contactsWireForm,
  list: listWireForm,
  "reply-buttons": replyButtonsWireForm,
  template: templateWireForm,
  "cta-url": ctaUrlWireForm,
  "location-request": locationRequestWireForm,
  reaction: reactionWireForm,
};

/**
 * The body of a send (Cloud API, Messages reference). The provider's opaque field carries the send key and nothing else: it comes back in
 * receipts, which is how a send whose answer was lost is found again.
 */
export function requestBody({ message, to, contextId, sendKey, identityKeyHash }: SendRequest): JsonObject {
  if (message.type === "read-mark") return readMarkRequest(message);
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...recipientOf(to),
    ...(contextId === undefined ? {} : { context: { message_id: contextId } }),
    ...(identityKeyHash === undefined ? {} : { recipient_identity_key_hash: identityKeyHash }),
    biz_opaque_callback_data: sendKey,
    ...wireFormOf(message),
  };
}

function recipientOf({ waId, bsuid }: Contact): JsonObject {
  if (waId !== undefined) return { to: waId };
  invariant(bsuid !== undefined, "a contact has a WA ID or a BSUID");
  return { recipient: bsuid };
}

function wireFormOf<Type extends MessageType>(message: MessageOf<Type> & { readonly type: Type }): JsonObject {
  const write: WireForms[Type] = wireForms[message.type];
  return write(message);
}

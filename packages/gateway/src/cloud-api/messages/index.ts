import { type Contact, invariant, type JsonObject, type OutboundMessage } from "@parley/messaging";
import type { SendRequest } from "../../gateway.ts";
import { textWireForm } from "./text.ts";

type MessageType = OutboundMessage["type"];
type MessageOf<Type extends MessageType> = Extract<OutboundMessage, { readonly type: Type }>;
type WireForms = { readonly [Type in MessageType]: (message: MessageOf<Type>) => JsonObject };

/** One file per message type; a type without one is a compile error here. */
const wireForms = { text: textWireForm } as const satisfies WireForms;

/**
 * The body of a send (Cloud API, Messages reference). The provider's opaque field carries the send key and nothing else: it comes back in
 * receipts, which is how a send whose answer was lost is found again.
 */
export function requestBody({ message, to, contextId, sendKey }: SendRequest): JsonObject {
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...recipientOf(to),
    ...(contextId === undefined ? {} : { context: { message_id: contextId } }),
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

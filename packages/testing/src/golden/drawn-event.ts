import type { TurnEvent } from "@parley/engine";
import type { Contact } from "@parley/messaging";
import type { DrawnEvent } from "./golden-conversation.ts";

/** The turn event that a test draws, as the given turn of a conversation with a contact. */
export function eventOf(drawn: DrawnEvent, turn: number, contact: Contact): TurnEvent {
  const { at } = drawn;
  switch (drawn.type) {
    case "conversation-started":
    case "message-received":
      return { contact, ...drawn, message: { id: `in-${turn}`, sentAt: at, payload: {}, ...drawn.message } };
    case "send-accepted":
      return { messageId: `wamid.${drawn.key}`, ...drawn };
    case "receipt-received":
      return { ...drawn, receipt: { messageId: `wamid.${drawn.key}`, at, ...drawn.receipt } };
    default:
      return drawn;
  }
}

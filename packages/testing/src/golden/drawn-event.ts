import type { Signal, TurnEvent } from "@parley/engine";
import type { Contact } from "@parley/messaging";
import type { DrawnEvent, DrawnSignal } from "./golden-conversation.ts";

/** The turn event that a test draws, as the given turn of a conversation with a contact. */
export function eventOf(drawn: DrawnEvent, turn: number, contact: Contact): TurnEvent {
  const { at } = drawn;
  switch (drawn.type) {
    case "conversation-started":
    case "message-received":
      return { contact, ...drawn, message: { id: `in-${turn}`, sentAt: at, payload: {}, ...drawn.message } };
    case "conversation-triggered":
      return { contact, ...drawn, signal: signalOf(drawn.signal, turn) };
    case "signal-received":
      return { ...drawn, signal: signalOf(drawn.signal, turn) };
    case "send-accepted": {
      const { messageId = `wamid.${drawn.key}`, ...rest } = drawn;
      return messageId === null ? rest : { ...rest, messageId };
    }
    case "receipt-received":
      return { ...drawn, receipt: { messageId: `wamid.${drawn.key}`, at, ...drawn.receipt } };
    default:
      return drawn;
  }
}

function signalOf(drawn: DrawnSignal, turn: number): Signal {
  const id = `signal-${turn}`;
  return drawn.type === "webhook" ? { id, ...drawn } : { id, correlationId: "", parameters: {}, ...drawn };
}

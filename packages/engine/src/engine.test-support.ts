import { type DrawnFlow, drawFlow } from "@parley/testing";
import type { DeliveryReceipt, InboundContent } from "@parley/messaging";
import { type CompiledFlow, compile } from "./compile.ts";
import type { Conversation } from "./conversation.ts";
import type { TurnEvent } from "./event.ts";
import { newConversation, takeTurn, type Turn } from "./take-turn.ts";

export const contact = { waId: "31612345678", name: "Ada" };

export function compileDrawn(drawn: DrawnFlow): CompiledFlow {
  return compile(drawFlow(drawn), 1);
}

export function begin(compiled: CompiledFlow): Conversation {
  return newConversation(compiled, { id: "c1", appId: "app1", contact });
}

export function startedBy(text = "Hi", at = 1000): TurnEvent {
  return { ...said(text, at), type: "conversation-started" };
}

export function said(text: string, at = 2000): Extract<TurnEvent, { type: "message-received" }> {
  return sent({ type: "text", text }, at);
}

export function sent(content: InboundContent, at = 2000): Extract<TurnEvent, { type: "message-received" }> {
  return { type: "message-received", at, contact, message: { id: `in-${at}`, sentAt: at, content, payload: {} } };
}

export function accepted(key: string, at = 2000): TurnEvent {
  return { type: "send-accepted", at, key, messageId: `wamid.${key}` };
}

export function received(key: string, status: DeliveryReceipt["status"], at = 3000): TurnEvent {
  return { type: "receipt-received", at, key, receipt: { messageId: `wamid.${key}`, status, at } };
}

/** Takes events in turn, by way of JSON. Returns the last turn. */
export function play(compiled: CompiledFlow, events: readonly TurnEvent[], from = begin(compiled)): Turn {
  let turn: Turn = { isHandled: false, conversation: from, effects: [], journal: [] };
  for (const event of events) turn = takeTurn(compiled, throughJson(turn.conversation), event);
  return turn;
}

export function throughJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

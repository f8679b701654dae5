import type { JsonObject, ReadMark } from "@parley/messaging";

/**
 * A mark that a message was read, on the wire (Cloud API, Mark messages as read; Typing indicators): a request of its own form, without receiver and
 * without our send key, which is answered `{ "success": true }`.
 */
export function readMarkRequest({ messageId, showsTyping }: ReadMark): JsonObject {
  const typing = showsTyping ? { typing_indicator: { type: "text" } } : {};
  return { messaging_product: "whatsapp", status: "read", message_id: messageId, ...typing };
}

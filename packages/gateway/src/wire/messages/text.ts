import type { JsonObject, TextMessage } from "@parley/messaging";

/** A text message on the wire (Cloud API, Text messages). */
export function textWireForm(message: TextMessage): JsonObject {
  return { type: "text", text: { body: message.body, preview_url: message.previewUrl } };
}

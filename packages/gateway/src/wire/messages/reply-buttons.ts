import type { JsonObject, ReplyButtonsMessage } from "@parley/messaging";
import { interactiveParts } from "./parts.ts";

/** A message with reply buttons on the wire (Cloud API, Reply buttons). */
export function replyButtonsWireForm(message: ReplyButtonsMessage): JsonObject {
  const action = { buttons: message.buttons.map(({ id, title }) => ({ type: "reply", reply: { id, title } })) };
  return { type: "interactive", interactive: { type: "button", ...interactiveParts(message), action } };
}

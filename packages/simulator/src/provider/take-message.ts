import { type JsonObject, invariant } from "@parley/messaging";
import type { World } from "../world.ts";
import { type MetaError, metaError } from "./meta-error.ts";
import { readReadMark } from "./read-mark.ts";
import { readSend } from "./send-request.ts";

/** What a request comes to: an answer or a refusal. */
export type Answer =
  | { readonly type: "answered"; readonly body: JsonObject }
  | { readonly type: "refused"; readonly error: MetaError };

/** Takes a message that a number is to send, as `POST /{phone-number-id}/messages` does (Cloud API, Messages). */
export function takeMessage(world: World, phoneNumberId: string, body: JsonObject): Answer {
  const number = world.number(phoneNumberId);
  invariant(number, "a message is sent from a number that was put");
  const { businessAccountId } = number;
  const reading = readSend(body, { world, phoneNumberId, businessAccountId });
  if (!reading.isValid) return { type: "refused", error: reading.error };
  const { input, ...request } = reading.value;
  const answer = world.send({ phoneNumberId, ...request });
  if (answer.type === "refused") return { type: "refused", error: metaError(answer.code) };
  const { waId, bsuid } = answer.contact;
  const contact = { input, ...(waId && { wa_id: waId }), ...(bsuid && { user_id: bsuid }) };
  // Only templates may be held back, so that only they say whether they are (Cloud API, message_status).
  const status = request.template === undefined ? {} : { message_status: "accepted" };
  const messages = [{ id: answer.id, ...status }];
  return { type: "answered", body: { messaging_product: "whatsapp", contacts: [contact], messages } };
}

/** Takes the mark that a person's message was read, as the same path does (Cloud API, Mark messages as read). */
export function takeReadMark(world: World, phoneNumberId: string, body: JsonObject): Answer {
  const reading = readReadMark(body);
  if (!reading.isValid) return { type: "refused", error: reading.error };
  if (world.markRead({ phoneNumberId, ...reading.value })) return { type: "answered", body: { success: true } };
  const details = `There is no message ${reading.value.messageId} to this number.`;
  return { type: "refused", error: metaError(131009, { details }) };
}

import type { Contact } from "@parley/messaging";
import type { MessageUpdate, StatusUpdate, Update } from "../../index.ts";
import { statusErrorOf } from "../meta-error.ts";
import type { NumberRegistration } from "../number-registration.ts";

/** The body of a webhook that brings these updates of one number in this order (Cloud API, webhooks, messages). */
export function envelopeOf(number: NumberRegistration, updates: readonly Update[]) {
  const changes = runsOf(updates).map((run) => ({ field: "messages", value: valueOf(number, run) }));
  return { object: "whatsapp_business_account", entry: [{ id: number.wabaId, changes }] };
}

/** Updates of one kind that follow each other share a value, as messages and statuses have different ones. */
type Run =
  | { readonly type: "message"; readonly updates: MessageUpdate[] }
  | { readonly type: "status"; readonly updates: StatusUpdate[] };

function runsOf(updates: readonly Update[]): Run[] {
  const runs: Run[] = [];
  for (const update of updates) {
    const last = runs.at(-1);
    if (update.type === "message") {
      if (last?.type === "message") last.updates.push(update);
      else runs.push({ type: "message", updates: [update] });
    } else {
      if (last?.type === "status") last.updates.push(update);
      else runs.push({ type: "status", updates: [update] });
    }
  }
  return runs;
}

function valueOf(number: NumberRegistration, run: Run) {
  const value = {
    messaging_product: "whatsapp",
    metadata: {
      display_phone_number: number.displayPhoneNumber.replace(/\D/g, ""),
      phone_number_id: number.phoneNumberId,
    },
  };
  if (run.type === "status") return { ...value, statuses: run.updates.map(statusOf) };
  return { ...value, contacts: contactsOf(run.updates), messages: run.updates.map(messageOf) };
}

/** Each person once, however many messages they have in the value. */
function contactsOf(updates: readonly MessageUpdate[]) {
  const contacts = new Map<string, Contact>();
  for (const { contact } of updates) contacts.set(contact.waId ?? contact.bsuid ?? "", contact);
  return Array.from(contacts.values(), ({ name, waId, bsuid }) => ({ profile: { name }, wa_id: waId, user_id: bsuid }));
}

function messageOf({ contact, id, at, message }: MessageUpdate) {
  return { from: contact.waId, from_user_id: contact.bsuid, id, timestamp: secondsOf(at), ...message };
}

function statusOf({ contact, messageId, status, at, clientReference, errorCode }: StatusUpdate) {
  return {
    id: messageId,
    status,
    timestamp: secondsOf(at),
    recipient_id: contact.waId,
    recipient_user_id: contact.bsuid,
    biz_opaque_callback_data: clientReference,
    errors: errorCode === undefined ? undefined : [statusErrorOf(errorCode)],
  };
}

/** Webhooks give times as strings of whole seconds. */
function secondsOf(ms: number): string {
  return String(Math.floor(ms / 1000));
}

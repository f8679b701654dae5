import { assertNever, type Contact } from "@parley/messaging";
import type { BusinessNumber } from "../admission.ts";
import type { MessageUpdate, PreferenceUpdate, StatusUpdate, TemplateUpdate, Update } from "../update.ts";
import { statusErrorOf } from "./meta-error.ts";

/** The body of a webhook that brings these updates of one number in this order (Cloud API, webhooks). */
export function envelopeOf(number: BusinessNumber, updates: readonly Update[]) {
  const changes = runsOf(updates).flatMap((run) => changesOf(number, run));
  return { object: "whatsapp_business_account", entry: [{ id: number.businessAccountId, changes }] };
}

/** Updates of one kind that follow each other share a change, as each kind has another value. */
function runsOf(updates: readonly Update[]): Update[][] {
  const runs: Update[][] = [];
  for (const update of updates) {
    const last = runs.at(-1);
    if (last?.[0]?.type === update.type) last.push(update);
    else runs.push([update]);
  }
  return runs;
}

function changesOf(number: BusinessNumber, run: readonly Update[]): { field: string; value: object }[] {
  const of = <Type extends Update["type"]>(type: Type) =>
    run.filter((update): update is Extract<Update, { type: Type }> => update.type === type);
  const type = run[0]?.type;
  switch (type) {
    case undefined:
      return [];
    case "message": {
      const messages = of("message");
      const contacts = contactsOf(messages);
      return [{ field: "messages", value: { ...placeOf(number), contacts, messages: messages.map(messageOf) } }];
    }
    case "status":
      return [{ field: "messages", value: { ...placeOf(number), statuses: of("status").map(statusOf) } }];
    case "preference": {
      const preferences = of("preference");
      const value = {
        ...placeOf(number),
        contacts: contactsOf(preferences),
        user_preferences: preferences.map(preferenceOf),
      };
      return [{ field: "user_preferences", value }];
    }
    case "template":
      return of("template").map((update) => ({
        field: "message_template_status_update",
        value: templateStatusOf(update),
      }));
    default:
      return assertNever(type);
  }
}

function placeOf({ displayPhoneNumber, phoneNumberId }: BusinessNumber) {
  const metadata = { display_phone_number: displayPhoneNumber.replace(/\D/g, ""), phone_number_id: phoneNumberId };
  return { messaging_product: "whatsapp", metadata };
}

/** Each person once, however many updates they have in the value. */
function contactsOf(updates: readonly { readonly contact: Contact }[]) {
  const contacts = new Map<string, Contact>();
  for (const { contact } of updates) contacts.set(contact.waId ?? contact.bsuid ?? "", contact);
  return Array.from(contacts.values(), ({ name, waId, bsuid, identityHash }) => ({
    profile: { name },
    wa_id: waId,
    user_id: bsuid,
    identity_key_hash: identityHash,
  }));
}

function messageOf({ contact, id, at, message }: MessageUpdate) {
  return { from: contact.waId, from_user_id: contact.bsuid, id, timestamp: secondsOf(at), ...message };
}

function statusOf(update: StatusUpdate) {
  const { contact, messageId, status, at, clientReference, errorCode, errorDetails } = update;
  return {
    id: messageId,
    status,
    timestamp: secondsOf(at),
    recipient_id: contact.waId,
    recipient_user_id: contact.bsuid,
    recipient_identity_key_hash: contact.identityHash,
    biz_opaque_callback_data: clientReference,
    errors: errorCode === undefined ? undefined : [statusErrorOf(errorCode, errorDetails)],
  };
}

/** What a person wants of marketing (Cloud API, user_preferences); its time is a number, unlike those of messages. */
function preferenceOf({ contact, value, at }: PreferenceUpdate) {
  const detail =
    value === "stop" ? "User requested to stop marketing messages" : "User requested to resume marketing messages";
  return {
    wa_id: contact.waId,
    user_id: contact.bsuid,
    detail,
    category: "marketing_messages",
    value,
    timestamp: Math.floor(at / 1000),
  };
}

/** What became of a template (Cloud API, message_template_status_update); its id is a number. */
function templateStatusOf(update: TemplateUpdate) {
  const { event, id, name, language, category, reason, explanation } = update;
  const recommendation = "Change the template and submit it again.";
  return {
    event,
    message_template_id: Number(id),
    message_template_name: name,
    message_template_language: language,
    message_template_category: category.toUpperCase(),
    reason,
    rejection_info: explanation === "" ? undefined : { reason: explanation, recommendation },
  };
}

/** Webhooks give times as strings of whole seconds. */
function secondsOf(ms: number): string {
  return String(Math.floor(ms / 1000));
}

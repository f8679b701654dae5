import type { Json } from "@parley/messaging";
import { z } from "zod";
import type { GatewayUpdate, GatewayWebhook } from "../../gateway.ts";
import { lenient, wireIdSchema } from "../wire.ts";
import { readContacts } from "./contacts.ts";
import { ignored, quote, unreadable } from "./ignored.ts";
import { readMessage } from "./message.ts";
import { readPreference } from "./preference.ts";
import { readStatus } from "./status.ts";
import { readTemplateStatus } from "./template-status.ts";

/*
 * Reads level by level, and at each level hands on the parts as they came: a part that cannot be read costs only itself, and a payload
 * is the provider's own object, never a copy.
 */

/** Parts are JSON because the whole was; zod need not walk through them to know it. */
const partSchema = z.custom<Json>((part) => part !== undefined);
const partsSchema = z.array(partSchema);
const maybePartsSchema = partsSchema.nullish().transform((parts) => parts ?? []);

const bodySchema = z.object({ object: z.literal("whatsapp_business_account"), entry: partsSchema });
const entrySchema = z.object({ id: lenient(wireIdSchema), changes: partsSchema });
const changeSchema = z.object({ field: z.string(), value: partSchema });
const numberSchema = z.object({
  metadata: z.object({ phone_number_id: wireIdSchema }),
  contacts: partsSchema.catch([]),
});
const messagesSchema = numberSchema.extend({
  messages: maybePartsSchema,
  statuses: maybePartsSchema,
  errors: maybePartsSchema,
});
const preferencesSchema = numberSchema.extend({ user_preferences: partsSchema });

/**
 * Reads the body of a verified webhook (Cloud API, Webhooks): every message, status, template event and preference of every change of every entry, in
 * their order. Never throws on a JSON value; what it cannot read or is not for us becomes one `ignored` update, whose reason names its path.
 */
export function parseWebhook(body: Json): GatewayWebhook {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { updates: [unreadable("body", parsed.error, body)] };
  return { updates: parsed.data.entry.flatMap((entry, index) => readEntry(entry, `entry[${index}]`)) };
}

function readEntry(entry: Json, path: string): GatewayUpdate[] {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) return [unreadable(path, parsed.error, entry)];
  const { id, changes } = parsed.data;
  return changes.flatMap((change, index) =>
    readChange(change, { path: `${path}.changes[${index}]`, businessAccountId: id }),
  );
}

/** Where a change stands; the id of its business account may be missing or unreadable. */
type Place = { readonly path: string; readonly businessAccountId: string | undefined };

function readChange(change: Json, { path, businessAccountId }: Place): GatewayUpdate[] {
  const parsed = changeSchema.safeParse(change);
  if (!parsed.success) return [unreadable(path, parsed.error, change)];
  const { field, value } = parsed.data;
  const place = { path: `${path}.value`, change };
  switch (field) {
    case "messages":
      return readMessages(value, place);
    case "user_preferences":
      return readPreferences(value, place);
    case "message_template_status_update":
      return businessAccountId === undefined
        ? [ignored(`${path} is about a template, and its entry names no business account.`, change)]
        : [readTemplateStatus(value, { ...place, businessAccountId })];
    // Account news, calls, echoes of the business's own phone and the like.
    default:
      return [ignored(`${path}.field ${quote(field)} is not read.`, change)];
  }
}

type ValuePlace = { readonly path: string; readonly change: Json };

function readMessages(value: Json, { path, change }: ValuePlace): GatewayUpdate[] {
  const parsed = messagesSchema.safeParse(value);
  if (!parsed.success) return [unreadable(path, parsed.error, change)];
  const { metadata, messages, statuses, errors } = parsed.data;
  const contacts = readContacts(parsed.data.contacts);
  const phoneNumberId = metadata.phone_number_id;
  const updates = [
    ...messages.map((part, index) =>
      readMessage(part, { path: `${path}.messages[${index}]`, phoneNumberId, contacts }),
    ),
    ...statuses.map((part, index) => readStatus(part, { path: `${path}.statuses[${index}]`, phoneNumberId })),
    ...errors.map((part, index) => ignored(`${path}.errors[${index}] is a notice about the number.`, part)),
  ];
  return updates.length > 0 ? updates : [ignored(`${path} holds no messages, statuses or errors.`, change)];
}

function readPreferences(value: Json, { path, change }: ValuePlace): GatewayUpdate[] {
  const parsed = preferencesSchema.safeParse(value);
  if (!parsed.success) return [unreadable(path, parsed.error, change)];
  const { metadata, user_preferences: preferences } = parsed.data;
  if (preferences.length === 0) return [ignored(`${path} holds no preferences.`, change)];
  const contacts = readContacts(parsed.data.contacts);
  return preferences.map((part, index) =>
    readPreference(part, {
      path: `${path}.user_preferences[${index}]`,
      phoneNumberId: metadata.phone_number_id,
      contacts,
    }),
  );
}

import type { Json } from "@parley/messaging";
import { z } from "zod";
import type { GatewayUpdate, GatewayWebhook } from "../../gateway.ts";
import { wireIdSchema } from "../wire.ts";
import { readContacts } from "./contacts.ts";
import { ignored, quote, unreadable } from "./ignored.ts";
import { readMessage } from "./message.ts";
import { readStatus } from "./status.ts";

/*
 * Reads level by level, and at each level hands on the parts as they came: a part that cannot be read costs only itself, and a payload
 * is the provider's own object, never a copy.
 */

/** Parts are JSON because the whole was; zod need not walk through them to know it. */
const partSchema = z.custom<Json>((part) => part !== undefined);
const partsSchema = z.array(partSchema);
const maybePartsSchema = partsSchema.nullish().transform((parts) => parts ?? []);

const bodySchema = z.object({ object: z.literal("whatsapp_business_account"), entry: partsSchema });
const entrySchema = z.object({ changes: partsSchema });
const changeSchema = z.object({ field: z.string(), value: partSchema });
const valueSchema = z.object({
  metadata: z.object({ phone_number_id: wireIdSchema }),
  contacts: partsSchema.catch([]),
  messages: maybePartsSchema,
  statuses: maybePartsSchema,
  errors: maybePartsSchema,
});

/**
 * Reads the body of a verified webhook (Cloud API, Webhooks): every message and status of every change of every entry, in their order.
 * Never throws on a JSON value; what it cannot read or is not for us becomes one `ignored` update, whose reason names its path.
 */
export function parseWebhook(body: Json): GatewayWebhook {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { updates: [unreadable("body", parsed.error, body)] };
  return { updates: parsed.data.entry.flatMap((entry, index) => readEntry(entry, `entry[${index}]`)) };
}

function readEntry(entry: Json, path: string): GatewayUpdate[] {
  const parsed = entrySchema.safeParse(entry);
  if (!parsed.success) return [unreadable(path, parsed.error, entry)];
  return parsed.data.changes.flatMap((change, index) => readChange(change, `${path}.changes[${index}]`));
}

function readChange(change: Json, path: string): GatewayUpdate[] {
  const parsed = changeSchema.safeParse(change);
  if (!parsed.success) return [unreadable(path, parsed.error, change)];
  const { field, value } = parsed.data;
  // Template states, account news, calls, echoes of the business's own phone and the like.
  if (field !== "messages") return [ignored(`${path}.field ${quote(field)} is not read.`, change)];
  return readValue(value, `${path}.value`, change);
}

function readValue(value: Json, path: string, change: Json): GatewayUpdate[] {
  const parsed = valueSchema.safeParse(value);
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

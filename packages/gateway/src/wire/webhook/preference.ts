import { bsuidSchema, type Json, type OptIn, waIdSchema } from "@parley/messaging";
import { z } from "zod";
import type { GatewayUpdate } from "../../gateway.ts";
import { lenient, providerTextSchema, timestampSchema } from "../wire.ts";
import { type ContactIndex, knownContact } from "./contacts.ts";
import { ignored, quote, unreadable } from "./ignored.ts";

const preferenceSchema = z.object({
  wa_id: lenient(waIdSchema),
  user_id: lenient(bsuidSchema),
  category: z.string(),
  value: z.string(),
  detail: lenient(providerTextSchema),
  timestamp: timestampSchema,
});

const consents: ReadonlyMap<string, OptIn["status"]> = new Map([
  ["stop", "opted-out"],
  ["resume", "opted-in"],
]);

/** Reads one choice that a person made in WhatsApp itself about messages from the business (Cloud API, user_preferences webhook). */
export function readPreference(
  part: Json,
  place: { readonly path: string; readonly phoneNumberId: string; readonly contacts: ContactIndex },
): GatewayUpdate {
  const { path, phoneNumberId, contacts } = place;
  const parsed = preferenceSchema.safeParse(part);
  if (!parsed.success) return unreadable(path, parsed.error, part);
  const { wa_id, user_id, category, value, detail, timestamp } = parsed.data;
  if (category !== "marketing_messages") return ignored(`${path}.category ${quote(category)} is not read.`, part);
  const status = consents.get(value);
  if (status === undefined) return ignored(`${path}.value ${quote(value)} is not read.`, part);
  if (wa_id === undefined && user_id === undefined) {
    return ignored(`${path} has neither a WA ID in "wa_id" nor a BSUID in "user_id".`, part);
  }
  const evidence = `In WhatsApp: ${detail ?? `${category} ${value}`}`;
  return {
    type: "consent",
    phoneNumberId,
    contact: knownContact({ waId: wa_id, bsuid: user_id }, contacts),
    optIn: { status, at: timestamp, source: "provider", evidence },
  };
}

import { bsuidSchema, type Json, type JsonObject, waIdSchema } from "@parley/messaging";
import { z } from "zod";
import type { GatewayUpdate } from "../../gateway.ts";
import { identityHashSchema, lenient, timestampSchema, wireIdSchema } from "../wire.ts";
import { type ContactIndex, knownContact } from "./contacts.ts";
import { readContent } from "./content.ts";
import { ignored, unreadable } from "./ignored.ts";
import { referralSchema } from "./referral.ts";

const messageSchema = z.object({
  id: wireIdSchema,
  type: z.string(),
  timestamp: timestampSchema,
  from: lenient(waIdSchema),
  from_user_id: lenient(bsuidSchema),
  group_id: lenient(z.string()),
  context: lenient(z.object({ id: lenient(wireIdSchema) })),
  referral: referralSchema,
  identity: lenient(z.object({ hash: lenient(identityHashSchema) })),
  system: lenient(z.object({ type: z.string(), identity: lenient(identityHashSchema) })),
});
type WireMessage = z.infer<typeof messageSchema>;

/** Where a message stands in its webhook. */
type Place = { readonly path: string; readonly phoneNumberId: string; readonly contacts: ContactIndex };

/** Reads one inbound message (Cloud API, messages webhook). */
export function readMessage(part: Json, { path, phoneNumberId, contacts }: Place): GatewayUpdate {
  const parsed = messageSchema.safeParse(part);
  if (!parsed.success) return unreadable(path, parsed.error, part);
  const { id, type, timestamp, from, from_user_id, group_id, context, referral } = parsed.data;
  // A conversation is with one person; an answer to a group's message would go to its writer in private.
  if (group_id !== undefined) return ignored(`${path} was written in a group.`, part);
  if (from === undefined && from_user_id === undefined) {
    return ignored(`${path} has neither a WA ID in "from" nor a BSUID in "from_user_id".`, part);
  }
  // It has been read as an object above.
  const payload = part as JsonObject;
  const reading = readContent(type, payload);
  if (reading.error !== undefined) return unreadable(`${path}${reading.path}`, reading.error, part);
  return {
    type: "message",
    phoneNumberId,
    contact: knownContact({ waId: from, bsuid: from_user_id, identityHash: hashIn(parsed.data) }, contacts),
    message: { id, sentAt: timestamp, content: reading.content, contextId: context?.id, referral, payload },
  };
}

/** The sender's identity key hash, as a message of any type may tell it beside the notice that it changed. With a changed number it is that of another. */
function hashIn({ identity, system }: WireMessage): string | undefined {
  const isIdentityNotice = /^(customer|user)_identity_changed$/.test(system?.type ?? "");
  return identity?.hash ?? (isIdentityNotice ? system?.identity : undefined);
}

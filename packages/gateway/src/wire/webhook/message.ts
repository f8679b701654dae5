import { bsuidSchema, type Json, type JsonObject, waIdSchema } from "@parley/messaging";
import { z } from "zod";
import type { GatewayUpdate } from "../../gateway.ts";
import { lenient, timestampSchema, wireIdSchema } from "../wire.ts";
import { type ContactIndex, knownContact } from "./contacts.ts";
import { readContent } from "./content.ts";
import { ignored, unreadable } from "./ignored.ts";

const messageSchema = z.object({
  id: wireIdSchema,
  type: z.string(),
  timestamp: timestampSchema,
  from: lenient(waIdSchema),
  from_user_id: lenient(bsuidSchema),
  group_id: lenient(z.string()),
  context: lenient(z.object({ id: lenient(wireIdSchema) })),
});

/** Where a message stands in its webhook. */
type Place = { readonly path: string; readonly phoneNumberId: string; readonly contacts: ContactIndex };

/** Reads one inbound message (Cloud API, messages webhook). */
export function readMessage(part: Json, { path, phoneNumberId, contacts }: Place): GatewayUpdate {
  const parsed = messageSchema.safeParse(part);
  if (!parsed.success) return unreadable(path, parsed.error, part);
  const { id, type, timestamp, from, from_user_id, group_id, context } = parsed.data;
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
    contact: knownContact({ waId: from, bsuid: from_user_id }, contacts),
    message: { id, sentAt: timestamp, content: reading.content, contextId: context?.id, payload },
  };
}

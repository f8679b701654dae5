import { bsuidSchema, type Contact, identitiesOf, type Json, mergeContact, waIdSchema } from "@parley/messaging";
import { z } from "zod";
import { identityHashSchema, lenient } from "../wire.ts";

const contactSchema = z
  .object({
    wa_id: lenient(waIdSchema),
    user_id: lenient(bsuidSchema),
    identity_key_hash: lenient(identityHashSchema),
    profile: lenient(z.object({ name: lenient(z.string()), username: lenient(z.string()) })),
  })
  .transform(
    ({ wa_id, user_id, identity_key_hash, profile }): Contact => ({
      waId: wa_id,
      bsuid: user_id,
      name: profile?.name,
      username: profile?.username,
      identityHash: identity_key_hash,
    }),
  );

/** The people a change speaks of, by each of their identities. */
export type ContactIndex = ReadonlyMap<string, Contact>;

/** Reads the profiles beside the messages. One that cannot be read is left out: its messages still name their sender. */
export function readContacts(parts: readonly Json[]): ContactIndex {
  const index = new Map<string, Contact>();
  for (const part of parts) {
    const parsed = contactSchema.safeParse(part);
    if (!parsed.success) continue;
    for (const identity of identitiesOf(parsed.data)) index.set(identity, parsed.data);
  }
  return index;
}

/** What is known of a person: what the part itself tells of them, filled up with what their profile tells. */
export function knownContact(sender: Contact, contacts: ContactIndex): Contact {
  const profile = identitiesOf(sender)
    .map((identity) => contacts.get(identity))
    .find((contact) => contact !== undefined);
  return profile === undefined ? sender : mergeContact(profile, sender);
}

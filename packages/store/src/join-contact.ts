import type { ContactRow } from "./contact-store.ts";
import type { SeenContact } from "./rows.ts";

/** The records as they stand. */
export type ContactLookUp = {
  /** By an identity such as `wa:31612345678`. */
  readonly find: (identity: string) => ContactRow | undefined;
  readonly get: (id: string) => ContactRow | undefined;
};

/** A change of the records; several are made in their order, as a number, a user id and a customer id must be free before another takes them. */
export type ContactChange =
  | { readonly type: "save"; readonly contact: ContactRow }
  | { readonly type: "remove"; readonly id: string };

/**
 * Joins a contact that was seen to the records of contacts. Gives the changes, none when all of it is known already.
 *
 * 1. The record with its number is completed, else the one with its user id, else a new one is made. What was seen replaces what the record
 *    says; what was not seen replaces nothing. The profile's fields and the customer id stay.
 * 2. Where number and user id name two records, that of the number takes the user id.
 * 3. The other one was the same person's, and goes, if nothing but the user id told it apart: it has no number, and no customer id beside the
 *    first one's. What the first one lacks is taken from it. Else it stays without the user id.
 * 4. What has neither number nor user id is nobody's, and changes nothing.
 */
export function joinContact(seen: SeenContact, lookUp: ContactLookUp): readonly ContactChange[] {
  const { waId, bsuid } = seen.contact;
  if (waId === undefined && bsuid === undefined) return [];
  const byNumber = waId === undefined ? undefined : lookUp.find(`wa:${waId}`);
  const byUserId = bsuid === undefined ? undefined : lookUp.find(`bs:${bsuid}`);
  if (byNumber !== undefined && byUserId !== undefined && byNumber.id !== byUserId.id) {
    return joinTwo(seen, byNumber, byUserId);
  }
  const known = byNumber ?? byUserId;
  return known === undefined ? [save(createContact(seen, lookUp))] : complete(known, seen);
}

function joinTwo(seen: SeenContact, kept: ContactRow, other: ContactRow): readonly ContactChange[] {
  const isSame = other.waId === undefined && (other.customerId === undefined || kept.customerId === undefined);
  if (!isSame) return [save(changed({ ...other, bsuid: undefined }, seen)), ...complete(kept, seen)];
  const joined = {
    ...kept,
    customerId: kept.customerId ?? other.customerId,
    name: kept.name ?? other.name,
    username: kept.username ?? other.username,
    fields: { ...other.fields, ...kept.fields },
    createdAt: Math.min(kept.createdAt, other.createdAt),
  };
  return [{ type: "remove", id: other.id }, ...complete(joined, seen)];
}

function complete(known: ContactRow, { contact, at }: SeenContact): readonly ContactChange[] {
  const { waId = known.waId, bsuid = known.bsuid, name = known.name, username = known.username } = contact;
  const isKnown = waId === known.waId && bsuid === known.bsuid && name === known.name && username === known.username;
  return isKnown ? [] : [save(changed({ ...known, waId, bsuid, name, username }, { at }))];
}

function changed(contact: ContactRow, { at }: { readonly at: number }): ContactRow {
  return { ...contact, updatedAt: Math.max(contact.updatedAt, at) };
}

function createContact({ threadId, contact, at }: SeenContact, lookUp: ContactLookUp): ContactRow {
  const { waId, bsuid, name, username } = contact;
  return { id: freeId(threadId, lookUp), waId, bsuid, name, username, fields: {}, createdAt: at, updatedAt: at };
}

/** The id of the thread, with a number where a record of it was given another identity since. Ends, as there are only so many records. */
function freeId(threadId: string, { get }: ContactLookUp): string {
  let id = threadId;
  for (let count = 2; get(id) !== undefined; count += 1) id = `${threadId}-${count}`;
  return id;
}

function save(contact: ContactRow): ContactChange {
  return { type: "save", contact };
}

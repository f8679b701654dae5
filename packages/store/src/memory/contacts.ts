import type { ContactQuery, ContactRow, SeenContact } from "../index.ts";
import { identitiesOfRow } from "../contact-identity.ts";
import { foldText, searchTextOf } from "../contact-search.ts";
import { joinContact } from "../join-contact.ts";
import { compareText, type MemoryData } from "./memory-data.ts";

/** The contact with an identity such as `wa:31612345678`. */
export function findContact({ contacts, contactIds }: MemoryData, identity: string): ContactRow | undefined {
  const id = contactIds.get(identity);
  return id === undefined ? undefined : contacts.get(id);
}

/** Keeps a contact, in the place of the one with its id. */
export function putContact(data: MemoryData, contact: ContactRow): void {
  dropContact(data, contact.id);
  data.contacts.set(contact.id, contact);
  for (const identity of identitiesOfRow(contact)) data.contactIds.set(identity, contact.id);
}

/** Forgets a contact. Gives false when there is none. */
export function dropContact(data: MemoryData, id: string): boolean {
  const known = data.contacts.get(id);
  for (const identity of known === undefined ? [] : identitiesOfRow(known)) data.contactIds.delete(identity);
  return data.contacts.delete(id);
}

/** Joins a contact that was seen to the records. */
export function joinSeenContact(data: MemoryData, seen: SeenContact): void {
  const changes = joinContact(seen, {
    find: (identity) => findContact(data, identity),
    get: (id) => data.contacts.get(id),
  });
  for (const change of changes) {
    if (change.type === "remove") dropContact(data, change.id);
    else putContact(data, change.contact);
  }
}

/** One page of the contacts that a query asks for, the latest change first. */
export function searchContacts({ contacts }: MemoryData, { text, before, limit }: ContactQuery): ContactRow[] {
  const folded = foldText(text);
  return [...contacts.values()]
    .filter((contact) => searchTextOf(contact).includes(folded))
    .filter((contact) => before === undefined || latestFirst(before, contact) < 0)
    .toSorted(latestFirst)
    .slice(0, limit);
}

type Place = { readonly updatedAt: number; readonly id: string };

function latestFirst(left: Place, right: Place): number {
  return right.updatedAt - left.updatedAt || compareText(right.id, left.id);
}

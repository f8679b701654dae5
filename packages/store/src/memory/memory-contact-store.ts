import type { ContactStore } from "../index.ts";
import { identitiesOfRow } from "../contact-identity.ts";
import { dropContact, findContact, putContact, searchContacts } from "./contacts.ts";
import { compareText, copyOf, type MemoryData } from "./memory-data.ts";

/** The contacts of a memory store. */
export function createMemoryContactStore(open: () => MemoryData): ContactStore {
  return {
    get: async (id) => {
      const contact = open().contacts.get(id);
      return contact && copyOf(contact);
    },
    find: async (identity) => {
      const contact = findContact(open(), identity);
      return contact && copyOf(contact);
    },
    search: async (query) => copyOf(searchContacts(open(), query)),
    save: async (contact) => {
      const data = open();
      const owners = identitiesOfRow(contact).map((identity) => data.contactIds.get(identity) ?? contact.id);
      if (owners.some((id) => id !== contact.id)) return "taken";
      putContact(data, copyOf(contact));
      return "saved";
    },
    remove: async (id) => dropContact(open(), id),
    threadsOf: async (identities) => {
      const asked = new Set(identities);
      const found = [...open().aliases.values()].filter(({ identity }) => asked.has(identity));
      return [...new Set(found.map(({ threadId }) => threadId))].toSorted(compareText);
    },
  };
}

import type { ContactStore } from "../index.ts";
import { sharesIdentity } from "../contact-identity.ts";
import { findContact, searchContacts } from "./contacts.ts";
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
      const { contacts } = open();
      const others = [...contacts.values()].filter(({ id }) => id !== contact.id);
      if (others.some((other) => sharesIdentity(other, contact))) return "taken";
      contacts.set(contact.id, copyOf(contact));
      return "saved";
    },
    remove: async (id) => open().contacts.delete(id),
    threadsOf: async (identities) => {
      const asked = new Set(identities);
      const found = [...open().aliases.values()].filter(({ identity }) => asked.has(identity));
      return [...new Set(found.map(({ threadId }) => threadId))].toSorted(compareText);
    },
  };
}

import { type IdentityField, parseIdentity } from "../contact-identity.ts";
import { searchTextOf } from "../contact-search.ts";
import type { ContactRow } from "../contact-store.ts";
import { toColumn } from "./column.ts";
import type { Step } from "./unit.ts";

/** Reads the contact with an identity such as `wa:31612345678`; undefined when it is no identity. */
export function findStep(identity: string): Step | undefined {
  const named = parseIdentity(identity);
  return named && [finders[named.field], toColumn(named.value)];
}

const finders = {
  waId: "findContactByNumber",
  bsuid: "findContactByUserId",
  customerId: "findContactByCustomerId",
} as const satisfies Record<IdentityField, Step[0]>;

/** Inserts or replaces a contact; a conflict when another has its number, user id or customer id. */
export function saveStep(contact: ContactRow): Step {
  const { id, waId, bsuid, customerId, updatedAt } = contact;
  const identities = [waId, bsuid, customerId].map((value) => (value === undefined ? null : toColumn(value)));
  return ["saveContact", toColumn(id), ...identities, updatedAt, searchTextOf(contact), JSON.stringify(contact)];
}

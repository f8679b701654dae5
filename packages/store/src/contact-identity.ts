import type { ContactRow } from "./contact-store.ts";

/** A field of a contact's record by which there is one contact at most. */
export type IdentityField = "waId" | "bsuid" | "customerId";

const fieldsByPrefix: readonly (readonly [prefix: string, field: IdentityField])[] = [
  ["wa:", "waId"],
  ["bs:", "bsuid"],
  ["cu:", "customerId"],
];

/** What an identity such as `wa:31612345678`, `bs:US.134` or `cu:customer-17` names; undefined when it is none. */
export function parseIdentity(identity: string): { readonly field: IdentityField; readonly value: string } | undefined {
  const [prefix, field] = fieldsByPrefix.find(([start]) => identity.startsWith(start)) ?? [];
  return prefix === undefined || field === undefined ? undefined : { field, value: identity.slice(prefix.length) };
}

/** The identities of a contact's record, of which there may be one contact each. */
export function identitiesOfRow(contact: ContactRow): string[] {
  return fieldsByPrefix.flatMap(([prefix, field]) => {
    const value = contact[field];
    return value === undefined ? [] : [`${prefix}${value}`];
  });
}

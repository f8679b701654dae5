import type { ContactCard, ContactsMessage, JsonObject } from "@parley/messaging";
import { withoutEmpty } from "./parts.ts";

/** A message of contact cards on the wire (Cloud API, Contacts messages). */
export function contactsWireForm({ contacts }: ContactsMessage): JsonObject {
  return { type: "contacts", contacts: contacts.map(cardWireForm) };
}

function cardWireForm({ name, phones, emails, urls, addresses, organization, birthday }: ContactCard): JsonObject {
  const { formattedName, firstName, middleName, lastName, prefix, suffix } = name;
  const org = withoutEmpty(organization);
  return {
    name: {
      formatted_name: formattedName,
      ...withoutEmpty({ first_name: firstName, middle_name: middleName, last_name: lastName, prefix, suffix }),
    },
    ...list(
      "phones",
      phones.map(({ phone, type, waId }) => withoutEmpty({ phone, type, wa_id: waId })),
    ),
    ...list("emails", emails.map(withoutEmpty)),
    ...list("urls", urls.map(withoutEmpty)),
    ...list(
      "addresses",
      addresses.map(({ countryCode, ...rest }) => withoutEmpty({ ...rest, country_code: countryCode })),
    ),
    ...(Object.keys(org).length === 0 ? {} : { org }),
    ...withoutEmpty({ birthday }),
  };
}

function list(name: string, entries: readonly JsonObject[]): JsonObject {
  return entries.length === 0 ? {} : { [name]: entries };
}

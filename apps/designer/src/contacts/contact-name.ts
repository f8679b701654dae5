import type { ContactView } from "@parley/api";

type Known = Pick<ContactView, "id" | "name" | "username" | "waId" | "bsuid" | "customerId">;

/** What a contact is called: by name, else by the first thing that is known of it. */
export function contactName({ id, name, username, waId, bsuid, customerId }: Known): string {
  return name || username || shownNumber(waId) || customerId || bsuid || id;
}

/** A WA ID as people read it. */
export function shownNumber(waId: string | undefined): string {
  return waId === undefined ? "" : `+${waId}`;
}

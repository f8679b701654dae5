import type { SendMessage } from "@parley/engine";
import { type App, type Contact, identitiesOf, type Parsed, waIdOf } from "@parley/messaging";
import type { Store } from "@parley/store";

/** Whom a send goes to, found immediately before an attempt; or a sentence that says why it goes to nobody. */
export type FoundReceiver =
  | { readonly ok: true; readonly receiver: Contact }
  | { readonly ok: false; readonly sentence: string };

/** Finds whom a send goes to: the contact whose profile has the customer id, and a number written as the app demands it (WhatsApp node page, Destination). */
export async function findReceiver({ to, writtenTo }: SendMessage, app: App, store: Store): Promise<FoundReceiver> {
  const { customerId, ...receiver } = to;
  if (customerId !== undefined) return findCustomer(customerId, store);
  if (app.settings.demandsPlus === true && writtenTo !== undefined) {
    const read: Parsed<string> = waIdOf(writtenTo, { demandsPlus: true });
    if (!read.ok)
      return { ok: false, sentence: `The destination ${read.problems.map(({ message }) => message).join(" ")}.` };
  }
  return { ok: true, receiver };
}

/** Finds the person of a customer id, with what the record says of them. */
export async function findCustomer(customerId: string, store: Store): Promise<FoundReceiver> {
  const found = await store.contacts.find(`cu:${customerId}`);
  const named = JSON.stringify(customerId);
  if (found === undefined) return { ok: false, sentence: `No contact has the customer id ${named}.` };
  const { waId, bsuid, name, username } = found;
  const receiver = { waId, bsuid, name, username };
  if (identitiesOf(receiver).length > 0) return { ok: true, receiver };
  return {
    ok: false,
    sentence: `The contact with the customer id ${named} has neither a phone number nor a WhatsApp user id.`,
  };
}

import type { RecipientType } from "@parley/flow";
import {
  bsuidSchema,
  type Contact,
  messagingLimits,
  type Parsed,
  parseInput,
  type Recipient,
  waIdOf,
} from "@parley/messaging";

/**
 * The person whom a text names, in one of the ways in which a flow may name one (WhatsApp node page, Destination type). A phone number may be written as
 * people do; a BSUID is taken in its place, because Webex Connect puts it there for people without a visible number. A text that names nobody gives a
 * predicate such as `is "31"; …`.
 */
export function recipientOf(type: RecipientType, text: string): Parsed<Recipient> {
  const written = text.trim();
  switch (type) {
    case "waId":
      return bsuidSchema.safeParse(written).success ? { ok: true, value: { bsuid: written } } : phoneOf(written);
    case "bsuid": {
      const parsed = parseInput(bsuidSchema, written);
      if (parsed.ok) return { ok: true, value: { bsuid: parsed.value } };
      return refused(`is ${show(written)}; it must be a business-scoped user id such as US.13491208655302741918`);
    }
    case "customerId": {
      const { customerIdLength } = messagingLimits;
      if (written === "") return refused("is empty; it must be the customer id of a contact");
      if (written.length <= customerIdLength) return { ok: true, value: { customerId: written } };
      return refused(`is ${written.length} characters long; a customer id has at most ${customerIdLength}`);
    }
  }
}

/** Whether two contacts are one person: they share an identity. */
export function isSamePerson(left: Contact, right: Contact): boolean {
  if (left.waId !== undefined && left.waId === right.waId) return true;
  return left.bsuid !== undefined && left.bsuid === right.bsuid;
}

function phoneOf(written: string): Parsed<Recipient> {
  const parsed = waIdOf(written);
  return parsed.ok ? { ok: true, value: { waId: parsed.value } } : parsed;
}

function refused(message: string): Parsed<Recipient> {
  return { ok: false, problems: [{ path: [], message }] };
}

function show(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}

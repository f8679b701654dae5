import { z } from "zod";
import { messagingLimits } from "./limits.ts";

/** A WhatsApp id: a phone number in E.164 form without the plus sign. */
export const waIdSchema = z
  .string()
  .regex(
    /^[1-9]\d{4,14}$/,
    "must be 5 to 15 digits: the country code and number without plus sign, such as 31612345678",
  );

/** A business-scoped user id, such as `US.13491208655302741918`: how people without a visible number are known since 2026. */
export const bsuidSchema = z
  .string()
  .max(messagingLimits.bsuidLength)
  .regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/, "must look like US.13491208655302741918");

/** A person on a channel. Either identity may be absent, never both. */
export type Contact = {
  readonly waId?: string | undefined;
  readonly bsuid?: string | undefined;
  /** The profile name the person shows. */
  readonly name?: string | undefined;
  /** The person's WhatsApp user name, where they have one. */
  readonly username?: string | undefined;
  /** WhatsApp's identity key hash, the newest that was seen: it changes with the person's phone (WhatsApp node page, Identity Hash Field). */
  readonly identityHash?: string | undefined;
};

/** Whom a send goes to: a contact, or the one that a profile with this customer id names. */
export type Recipient = Contact & { readonly customerId?: string | undefined };

/** The identities a contact is found by: `wa:<WA ID>` and `bs:<BSUID>`, the WA ID first. */
export function identitiesOf(contact: Contact): string[] {
  const identities: string[] = [];
  if (contact.waId !== undefined) identities.push(`wa:${contact.waId}`);
  if (contact.bsuid !== undefined) identities.push(`bs:${contact.bsuid}`);
  return identities;
}

/** What is known of a contact after `seen` was seen: a newer fact replaces an older one, an absent one replaces nothing. */
export function mergeContact(known: Contact, seen: Contact): Contact {
  return {
    waId: seen.waId ?? known.waId,
    bsuid: seen.bsuid ?? known.bsuid,
    name: seen.name ?? known.name,
    username: seen.username ?? known.username,
    identityHash: seen.identityHash ?? known.identityHash,
  };
}

/** A phone number or BSUID as logs may show it: the last four characters, the rest as stars. */
export function shortenIdentity(identity: string): string {
  return `***${identity.slice(-4)}`;
}

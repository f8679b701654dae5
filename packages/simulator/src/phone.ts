import type { Contact } from "@parley/messaging";
import type { Chat } from "./chat.ts";

/** How a person is addressed: by phone number, by business-scoped user id, or both. */
export type PhoneIdentity = Pick<Contact, "waId" | "bsuid">;

/** How a virtual phone and the person with it behave. */
export type PhoneSettings = {
  /** The profile name the person shows. */
  readonly name: string;
  /** From acceptance to delivery. */
  readonly deliverAfterMs: number;
  /** From delivery to reading. */
  readonly readAfterMs: number;
  /** Whether the business hears that its messages were read. */
  readonly hasReadReceipts: boolean;
  /** Messages wait until the phone is back. */
  readonly isOffline: boolean;
  /** The person blocked the business: its messages are sent and never delivered. */
  readonly isBlocked: boolean;
  /** Webhooks name the person by business-scoped user id only. */
  readonly hidesNumber: boolean;
  /** Whether the number can be reached on WhatsApp at all. */
  readonly isOnWhatsApp: boolean;
  /** Nothing of a message that was taken happens by itself: its statuses come by `World.report` alone. */
  readonly isByHand: boolean;
  /** The Meta error code with which every message fails instead of being delivered; null for none. */
  readonly failsWith: number | null;
};

/** What may be changed of a phone: its behaviour, the business-scoped user id it is known by, and its identity hash. */
export type PhoneChange = { readonly [Name in keyof PhoneSettings]?: PhoneSettings[Name] | undefined } & {
  readonly bsuid?: string | undefined;
  /** Another one means that the person moved to another device, or somebody else took the number over. */
  readonly identityHash?: string | undefined;
};

/** A virtual phone as others see it. */
export type PhoneState = PhoneIdentity & PhoneSettings & { readonly identityHash: string };

/** A virtual phone with its chats, by the business's phone-number id. */
export type Phone = {
  waId?: string | undefined;
  bsuid?: string | undefined;
  /** WhatsApp's hash of the identity key that the device has (WhatsApp node page, Identity Hash Field). */
  identityHash: string;
  settings: PhoneSettings;
  readonly chats: Map<string, Chat>;
};

/** How a phone behaves that nobody described. */
export const phoneDefaults: PhoneSettings = {
  name: "Sam",
  deliverAfterMs: 400,
  readAfterMs: 800,
  hasReadReceipts: true,
  isOffline: false,
  isBlocked: false,
  hidesNumber: false,
  isOnWhatsApp: true,
  isByHand: false,
  failsWith: null,
};

/** What the business learns of the person; the identity hash only of those numbers that have identity checks on. */
export function contactOf(phone: Phone, hasIdentityCheck: boolean): Contact {
  const { hidesNumber, name } = phone.settings;
  const identity = { waId: hidesNumber ? undefined : phone.waId, bsuid: phone.bsuid, name };
  return hasIdentityCheck ? { ...identity, identityHash: phone.identityHash } : identity;
}

/** A phone as others see it. */
export function stateOf({ waId, bsuid, identityHash, settings }: Phone): PhoneState {
  return { waId, bsuid, identityHash, ...settings };
}

/** The identity that names a phone for good: its number where it has one. */
export function nameOf(identity: PhoneIdentity): string {
  return identity.waId ?? identity.bsuid ?? "";
}

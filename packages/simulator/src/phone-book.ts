import { invariant } from "@parley/messaging";
import { createBoundedMap } from "./bounded-map.ts";
import { identityHashOf } from "./identity-hash.ts";
import { nameOf, type Phone, type PhoneChange, type PhoneIdentity, type PhoneSettings } from "./phone.ts";

/** The virtual phones, found by either identity. */
export interface PhoneBook {
  /** The phone of that identity, which comes into being when it is first named. */
  open(identity: PhoneIdentity): Phone;
  /** Changes a phone; says what is wrong with the change if it cannot be made. */
  change(phone: Phone, change: PhoneChange): string | undefined;
  /** Every phone, the longest known first. */
  all(): Iterable<Phone>;
  clear(): void;
}

/** Makes an empty phone book whose phones begin with `defaults`; beyond `maximum` the longest known phone is forgotten. */
export function createPhoneBook(defaults: PhoneSettings, maximum: number): PhoneBook {
  const byName = createBoundedMap<string, Phone>(maximum, (phone) => forgetBsuid(phone));
  const byBsuid = new Map<string, Phone>();

  function forgetBsuid(phone: Phone): void {
    if (phone.bsuid !== undefined) byBsuid.delete(phone.bsuid);
  }

  function open(identity: PhoneIdentity): Phone {
    const name = nameOf(identity);
    invariant(name !== "", "a phone has an identity");
    const known = byName.get(name) ?? byBsuid.get(name);
    if (known !== undefined) return known;
    const phone: Phone = { ...identity, identityHash: identityHashOf(name), settings: defaults, chats: new Map() };
    byName.set(name, phone);
    if (phone.bsuid !== undefined) byBsuid.set(phone.bsuid, phone);
    return phone;
  }

  function change(
    phone: Phone,
    { bsuid = phone.bsuid, identityHash = phone.identityHash, ...settings }: PhoneChange,
  ): string | undefined {
    const next = { ...phone.settings, ...withoutUndefined(settings) };
    const owner = bsuid === undefined ? undefined : byBsuid.get(bsuid);
    if (owner !== undefined && owner !== phone) return `bsuid ${bsuid} belongs to another phone`;
    if (phone.waId === undefined && bsuid !== phone.bsuid) return "a phone known by its bsuid alone keeps it";
    if (next.hidesNumber && bsuid === undefined) return "a phone that hides its number needs a bsuid to be known by";
    forgetBsuid(phone);
    phone.bsuid = bsuid;
    if (bsuid !== undefined) byBsuid.set(bsuid, phone);
    phone.identityHash = identityHash;
    phone.settings = next;
    return undefined;
  }

  return {
    open,
    change,
    all: () => byName.values(),
    clear: () => {
      byName.clear();
      byBsuid.clear();
    },
  };
}

function withoutUndefined(settings: Omit<PhoneChange, "bsuid" | "identityHash">): Partial<PhoneSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

import { waIdSchema } from "@parley/messaging";
import { recall, remember } from "../../ui/remembered.ts";
import { phoneLimits } from "../limits.ts";

/** Someone with a test phone. */
export type TestContact = { readonly waId: string; readonly name: string };

const first: TestContact = { waId: "15550100001", name: "Sam" };

/** The contacts that this browser remembers, and which of them writes. There is always one. */
export type Contacts = { readonly all: readonly TestContact[]; readonly current: TestContact };

/** The contacts of this browser. */
export function recallContacts(): Contacts {
  return readContacts(recall("phone.contacts"));
}

/** Remembers contacts in this browser. */
export function rememberContacts({ all, current }: Contacts): void {
  remember("phone.contacts", JSON.stringify({ all, current: current.waId }));
}

/** Reads what was remembered; what is not of the form is left out, as it may be another version's. */
export function readContacts(text: string | undefined): Contacts {
  const given = parse(text);
  const all = listIn(given["all"]).flatMap(contactOf).slice(0, phoneLimits.contacts);
  const current = all.find(({ waId }) => waId === given["current"]) ?? all[0] ?? first;
  return { all: all.length === 0 ? [first] : all, current };
}

/** Adds a contact, who writes from now on; beyond the limit the oldest is forgotten. */
export function addContact({ all }: Contacts, contact: TestContact): Contacts {
  return { all: [...all, contact].slice(-phoneLimits.contacts), current: contact };
}

/** The next test number that is free, in the style of +1 555 010 0001. */
export function freeNumber({ all }: Contacts): string {
  const taken = new Set(all.map(({ waId }) => waId));
  let count = 1;
  while (taken.has(`1555010${String(count).padStart(4, "0")}`)) count += 1;
  return `1555010${String(count).padStart(4, "0")}`;
}

/** Reads a number as people write it; undefined where it is none. */
export function readNumber(text: string): string | undefined {
  return waIdSchema.safeParse(text.replaceAll(/[+\s().-]/g, "")).data;
}

/** A number as people write it: `+1 555 010 0001`, `+31 6 1234 5678`, others in one. */
export function showNumber(waId: string): string {
  const parts = /^(1)(\d{3})(\d{3})(\d{4})$/.exec(waId) ?? /^(31)(6)(\d{4})(\d{4})$/.exec(waId);
  return parts === null ? `+${waId}` : `+${parts.slice(1).join(" ")}`;
}

function parse(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function contactOf(value: unknown): TestContact[] {
  const { waId, name } = (typeof value === "object" && value !== null ? value : {}) as Partial<Record<string, unknown>>;
  const read = waIdSchema.safeParse(waId).data;
  return read === undefined || typeof name !== "string"
    ? []
    : [{ waId: read, name: name.slice(0, phoneLimits.nameLength) }];
}

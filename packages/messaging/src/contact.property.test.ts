import fc from "fast-check";
import { expect, test } from "vitest";
import { type Contact, mergeContact } from "./contact.ts";

const fact = fc.option(fc.string(), { nil: undefined });
const contacts: fc.Arbitrary<Contact> = fc.record({ waId: fact, bsuid: fact, name: fact, username: fact });

test("seeing a contact twice is the same as seeing it once", () => {
  fc.assert(
    fc.property(contacts, contacts, (known, seen) => {
      const once = mergeContact(known, seen);
      expect(mergeContact(once, seen)).toEqual(once);
    }),
  );
});

test("merging in steps is the same as merging at once", () => {
  fc.assert(
    fc.property(contacts, contacts, contacts, (first, second, third) => {
      expect(mergeContact(mergeContact(first, second), third)).toEqual(
        mergeContact(first, mergeContact(second, third)),
      );
    }),
  );
});

test("no fact is ever lost", () => {
  fc.assert(
    fc.property(contacts, contacts, (known, seen) => {
      const merged = mergeContact(known, seen);
      for (const name of ["waId", "bsuid", "name", "username"] as const) {
        expect(merged[name] === undefined).toBe(known[name] === undefined && seen[name] === undefined);
      }
    }),
  );
});

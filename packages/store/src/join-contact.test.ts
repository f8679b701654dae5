import { describe, expect, test } from "vitest";
import type { ContactRow } from "./contact-store.ts";
import { type ContactChange, joinContact } from "./join-contact.ts";
import type { SeenContact } from "./rows.ts";

const row = (id: string, changes: Partial<ContactRow>): ContactRow => ({
  id,
  fields: {},
  createdAt: 10,
  updatedAt: 10,
  ...changes,
});

const seen = (contact: SeenContact["contact"], at = 20): SeenContact => ({ threadId: "t", appId: "app", contact, at });

/** Joins a contact to records, and gives the changes without what is undefined. */
function join(seenContact: SeenContact, ...records: readonly ContactRow[]): readonly ContactChange[] {
  const changes = joinContact(seenContact, {
    find: (identity) => records.find(({ waId, bsuid }) => [`wa:${waId}`, `bs:${bsuid}`].includes(identity)),
    get: (id) => records.find((record) => record.id === id),
  });
  return JSON.parse(JSON.stringify(changes)) as readonly ContactChange[];
}

const save = (contact: ContactRow): ContactChange => ({ type: "save", contact });

describe("It is true that joining a contact", () => {
  test("makes a record when none has its number or user id (1)", () => {
    const made = { fields: {}, createdAt: 20, updatedAt: 20 };
    expect(join(seen({ waId: "1", name: "Jan" }))).toEqual([save({ ...made, id: "t", waId: "1", name: "Jan" })]);
    expect(join(seen({ bsuid: "NL.1" }), row("a", { waId: "1" }))).toEqual([save({ ...made, id: "t", bsuid: "NL.1" })]);
  });

  test("gives the record an id that is free (1)", () => {
    const taken = [row("t", { waId: "2" }), row("t-2", { waId: "3" })];
    expect(join(seen({ waId: "1" }), ...taken)).toMatchObject([{ contact: { id: "t-3", waId: "1" } }]);
  });

  test("completes a record by what was seen, and takes nothing away (1)", () => {
    const known = row("a", { waId: "1", name: "Jan", username: "jan", customerId: "c", fields: { city: "Delft" } });
    const next = { ...known, bsuid: "NL.1", name: "Jan de Vries", updatedAt: 20 };
    expect(join(seen({ waId: "1", bsuid: "NL.1", name: "Jan de Vries" }), known)).toEqual([save(next)]);
    expect(join(seen({ bsuid: "NL.1", waId: "2" }), row("a", { waId: "1", bsuid: "NL.1" }))).toEqual([
      save(row("a", { waId: "2", bsuid: "NL.1", updatedAt: 20 })),
    ]);
  });

  test("never sets the time of a change back", () => {
    const known = row("a", { waId: "1", updatedAt: 90 });
    expect(join(seen({ waId: "1", name: "Jan" }), known)).toEqual([save({ ...known, name: "Jan" })]);
  });

  test("changes nothing when all is known, and nothing for nobody (1, 4)", () => {
    expect(join(seen({ waId: "1", identityHash: "h" }), row("a", { waId: "1", name: "Jan" }))).toEqual([]);
    expect(join(seen({ name: "Jan" }), row("a", { name: "Jan" }))).toEqual([]);
  });

  test("makes one of two records, the other of which only the user id told apart (2, 3)", () => {
    const kept = row("a", { waId: "1", fields: { city: "Delft" } });
    const other = row("b", {
      bsuid: "NL.1",
      customerId: "c",
      name: "Jan",
      fields: { city: "Leiden", age: "30" },
      createdAt: 5,
    });
    const joined = { ...kept, bsuid: "NL.1", customerId: "c", name: "Jan", fields: { city: "Delft", age: "30" } };
    expect(join(seen({ waId: "1", bsuid: "NL.1" }), kept, other)).toEqual([
      { type: "remove", id: "b" },
      save({ ...joined, createdAt: 5, updatedAt: 20 }),
    ]);
  });

  test("leaves the other record, without the user id, when it has a number or a customer id of its own (2, 3)", () => {
    const kept = row("a", { waId: "1", customerId: "c-1", bsuid: "NL.9" });
    for (const own of [{ waId: "2" }, { customerId: "c-2" }]) {
      const other = row("b", { bsuid: "NL.1", name: "Piet", fields: { city: "Leiden" }, ...own });
      expect(join(seen({ waId: "1", bsuid: "NL.1" }), kept, other)).toEqual([
        save(row("b", { name: "Piet", fields: { city: "Leiden" }, ...own, updatedAt: 20 })),
        save({ ...kept, bsuid: "NL.1", updatedAt: 20 }),
      ]);
    }
  });
});

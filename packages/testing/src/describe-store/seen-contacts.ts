import { expect } from "vitest";
import type { CommitUnit, ContactRow, SeenContact, Store } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { contact, seen } from "./sample-records.ts";
import { thread } from "./sample-rows.ts";

/** Contacts as threads come to know them, joined to the records in the commit of the turn. */
export function describeSeenContacts(testStore: TestStore): void {
  testStore("makes a record of a contact that is new, without what is an app's own", async (store) => {
    await commitSeen(
      store,
      seen("t1", { waId: "1", bsuid: "NL.1", name: "Jan", username: "jan", identityHash: "h" }, 5),
    );
    expect(await everyContact(store)).toEqual([
      { id: "t1", waId: "1", bsuid: "NL.1", name: "Jan", username: "jan", fields: {}, createdAt: 5, updatedAt: 5 },
    ]);
    expect(await store.contacts.find("bs:NL.1")).toMatchObject({ id: "t1" });
    expect(await store.contacts.search({ text: "@jan", limit: 9 })).toHaveLength(1);
  });

  testStore("completes the record that has the number, or else the user id, from whichever app", async (store) => {
    await store.contacts.save(contact("a", { waId: "1", customerId: "c-1", name: "Jan", fields: { city: "Delft" } }));
    await store.contacts.save(contact("b", { waId: undefined, bsuid: "NL.2" }));
    await commitSeen(store, { ...seen("t1", { waId: "1", bsuid: "NL.1" }, 2_000), appId: "app-2" });
    await commitSeen(store, seen("t2", { waId: "2", bsuid: "NL.2", name: "Piet" }, 3_000));
    expect(await everyContact(store)).toEqual([
      contact("b", { waId: "2", bsuid: "NL.2", name: "Piet", updatedAt: 3_000 }),
      contact("a", {
        waId: "1",
        bsuid: "NL.1",
        customerId: "c-1",
        name: "Jan",
        fields: { city: "Delft" },
        updatedAt: 2_000,
      }),
    ]);
  });

  testStore("changes nothing when all of it is known", async (store) => {
    const known = contact("a", { waId: "1", bsuid: "NL.1", username: "jan" });
    await store.contacts.save(known);
    await commitSeen(store, seen("t1", { waId: "1", name: "Name a", identityHash: "new" }, 9_000));
    await commitSeen(store, seen("t1", { bsuid: "NL.1", username: "jan" }, 9_000));
    expect(await everyContact(store)).toEqual([known]);
  });

  testStore("makes a second record of a thread whose first one was given another number", async (store) => {
    await commitSeen(store, seen("t1", { waId: "1" }, 1));
    await store.contacts.save(contact("t1", { waId: "2", updatedAt: 2 }));
    await commitSeen(store, seen("t1", { waId: "1" }, 3));
    const found = [await store.contacts.find("wa:1"), await store.contacts.find("wa:2")];
    expect(found).toMatchObject([{ id: "t1-2" }, { id: "t1" }]);
    await store.contacts.remove("t1-2");
    await commitSeen(store, seen("t1", { waId: "1" }, 4));
    expect(await store.contacts.find("wa:1")).toMatchObject({ id: "t1-2", createdAt: 4 });
  });

  testStore("leaves the records as they were when the unit meets a conflict or cannot be stored", async (store) => {
    await store.contacts.save(contact("a", { waId: "1" }));
    await store.contacts.save(contact("b", { waId: undefined, bsuid: "NL.1" }));
    const before = await everyContact(store);
    const contacts = [seen("t1", { waId: "1", bsuid: "NL.1" }), seen("t2", { waId: "2" })];
    const stale: CommitUnit = { thread: { expectedRevision: 1, state: thread("t1") }, contacts };
    const results = await store.commit([stale, { contacts, unrouted: [{ payload: 1n } as never] }]);
    expect(results.map(({ type }) => type)).toEqual(["conflict", "failed"]);
    expect(await everyContact(store)).toEqual(before);
  });
}

/** Commits contacts as one thread after another saw them. */
export async function commitSeen(store: Store, ...contacts: readonly SeenContact[]): Promise<void> {
  expect(await store.commit([{ contacts }])).toEqual([{ type: "committed" }]);
}

/** All records, the latest change first. */
export async function everyContact({ contacts }: Store): Promise<readonly ContactRow[]> {
  return contacts.search({ text: "", limit: 100 });
}

import { expect } from "vitest";
import type { ContactRow } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { contact, seen } from "./sample-records.ts";
import { commitSeen, everyContact } from "./seen-contacts.ts";

/** Records of contacts that turn out to be one person's. */
export function describeJoinedContacts(testStore: TestStore): void {
  testStore("makes one record of two, where number and user id turn out to be one person's", async (store) => {
    const byNumber = contact("a", { waId: "1", name: undefined, fields: { city: "Delft" }, createdAt: 700 });
    const byUserId = { name: "Jan", username: "jan", customerId: "c-1", fields: { city: "Leiden", age: "30" } };
    await store.contacts.save(byNumber);
    await store.contacts.save(contact("b", { waId: undefined, bsuid: "NL.1", ...byUserId, createdAt: 500 }));
    await commitSeen(store, seen("t1", { waId: "1", bsuid: "NL.1" }, 2_000));
    const fields = { city: "Delft", age: "30" };
    const joined = { ...byNumber, ...byUserId, bsuid: "NL.1", fields, createdAt: 500, updatedAt: 2_000 };
    expect(await everyContact(store)).toEqual([joined]);
    expect(await store.contacts.find("cu:c-1")).toEqual(joined);
  });

  testStore(
    "gives the user id to the number's record, and leaves the other what else it is known by",
    async (store) => {
      await store.contacts.save(contact("a", { waId: "1", customerId: "c-1", bsuid: "NL.9" }));
      await store.contacts.save(contact("number", { waId: "2", bsuid: "NL.1" }));
      await store.contacts.save(contact("customer", { waId: undefined, bsuid: "NL.2", customerId: "c-2" }));
      await commitSeen(store, seen("t1", { waId: "1", bsuid: "NL.1" }, 2_000));
      await commitSeen(store, seen("t1", { waId: "1", bsuid: "NL.2" }, 3_000));
      expect(await everyContact(store)).toEqual([
        contact("customer", { waId: undefined, customerId: "c-2", updatedAt: 3_000 }),
        contact("a", { waId: "1", bsuid: "NL.2", customerId: "c-1", updatedAt: 3_000 }),
        contact("number", { waId: "2", updatedAt: 2_000 }),
      ]);
      expect(await store.contacts.find("bs:NL.1")).toBeUndefined();
    },
  );

  testStore("joins the contacts of one commit one after another", async (store) => {
    await store.commit([
      { contacts: [seen("t1", { waId: "1", name: "Jan" }, 1), seen("t2", { bsuid: "NL.1" }, 2)] },
      { contacts: [seen("t3", { waId: "1", bsuid: "NL.1" }, 3)] },
    ]);
    const expected: ContactRow = {
      id: "t1",
      waId: "1",
      bsuid: "NL.1",
      name: "Jan",
      fields: {},
      createdAt: 1,
      updatedAt: 3,
    };
    expect(await everyContact(store)).toEqual([expected]);
  });
}

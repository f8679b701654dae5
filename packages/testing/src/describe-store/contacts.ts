import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { contact } from "./sample-records.ts";
import { alias } from "./sample-rows.ts";

/** The records of contacts, as people keep them. */
export function describeContacts(testStore: TestStore): void {
  testStore("inserts contacts, replaces them, and finds them by id and by every identity", async ({ contacts }) => {
    const first = contact("a", { bsuid: "NL.1", customerId: "c-1", username: "jan", fields: { city: "Delft" } });
    expect(await contacts.save(first)).toBe("saved");
    for (const identity of ["wa:wa-a", "bs:NL.1", "cu:c-1"]) expect(await contacts.find(identity)).toEqual(first);
    expect(await contacts.get("a")).toEqual(first);
    const later = contact("a", { waId: "wa-2", customerId: "c-1", fields: {}, updatedAt: 2_000 });
    expect(await contacts.save(later)).toBe("saved");
    expect(await contacts.get("a")).toEqual(later);
    for (const identity of ["wa:wa-a", "bs:NL.1"]) expect(await contacts.find(identity)).toBeUndefined();
    for (const identity of ["wa:wa-2", "cu:c-1"]) expect(await contacts.find(identity)).toEqual(later);
  });

  testStore("finds nobody by what is no identity, or of another kind", async ({ contacts }) => {
    await contacts.save(contact("a", { waId: "1", bsuid: undefined, customerId: "2" }));
    for (const identity of ["", "1", "wa:", "wa:2", "bs:1", "cu:1", "WA:1", "a"]) {
      expect([identity, await contacts.find(identity)]).toEqual([identity, undefined]);
    }
    expect(await contacts.get("wa:1")).toBeUndefined();
  });

  testStore("removes a contact, whose identities are free again", async ({ contacts }) => {
    await contacts.save(contact("a", { customerId: "c-1" }));
    expect(await contacts.remove("b")).toBe(false);
    expect(await contacts.remove("a")).toBe(true);
    expect(await contacts.remove("a")).toBe(false);
    expect([await contacts.get("a"), await contacts.find("cu:c-1")]).toEqual([undefined, undefined]);
    expect(await contacts.save(contact("b", { waId: "wa-a", customerId: "c-1" }))).toBe("saved");
  });

  testStore("finds the threads of identities on all apps, each once, by id", async (store) => {
    const onApp2 = (identity: string, threadId: string) => ({ appId: "app-2", identity, threadId });
    const aliases = [alias("wa:1", "t9"), alias("bs:1", "t9"), onApp2("wa:1", "t5"), onApp2("wa:2", "t1")];
    await store.commit([{ aliases }]);
    expect(await store.contacts.threadsOf(["wa:1", "bs:1", "cu:1", "wa:1"])).toEqual(["t5", "t9"]);
    expect(await store.contacts.threadsOf(["bs:1"])).toEqual(["t9"]);
    expect(await store.contacts.threadsOf([])).toEqual([]);
    await store.commit([{ aliases: [alias("bs:1", "t0")] }]);
    expect(await store.contacts.threadsOf(["bs:1"])).toEqual(["t0"]);
  });
}

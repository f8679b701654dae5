import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { contact } from "./sample-records.ts";

/** Numbers, user ids and customer ids, of which there is one contact each. */
export function describeContactIdentities(testStore: TestStore): void {
  testStore("lets no two contacts have one number, user id or customer id, and then changes nothing", async (store) => {
    const { contacts } = store;
    const known = [
      contact("a", { waId: "1", bsuid: "NL.1", customerId: "c-1" }),
      contact("b", { waId: "2", bsuid: undefined }),
    ];
    for (const one of known) await contacts.save(one);
    for (const taken of [{ waId: "1" }, { waId: "3", bsuid: "NL.1" }, { waId: "3", customerId: "c-1" }]) {
      for (const id of ["b", "new"]) expect(await contacts.save(contact(id, taken))).toBe("taken");
    }
    expect(await contacts.search({ text: "", limit: 10 })).toEqual(known.toReversed());
    expect(await contacts.save(contact("a", { waId: "9" }))).toBe("saved");
    expect(await contacts.save(contact("new", { waId: "1", bsuid: "NL.1", customerId: "c-1" }))).toBe("saved");
  });

  testStore(
    "lets any number of contacts lack an identity, and one kind have what another has",
    async ({ contacts }) => {
      const nobody = { waId: undefined };
      for (const id of ["a", "b"])
        expect(await contacts.save(contact(id, { ...nobody, customerId: id }))).toBe("saved");
      expect(await contacts.save(contact("c", { waId: "a", bsuid: "b" }))).toBe("saved");
      expect((await contacts.find("wa:a"))?.id).toBe("c");
      expect((await contacts.find("cu:a"))?.id).toBe("a");
    },
  );
}

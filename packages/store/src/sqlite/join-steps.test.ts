import { DatabaseSync } from "node:sqlite";
import { createMemoryStore } from "@parley/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CommitUnit, Store } from "../store.ts";
import { createDataFolder } from "./data-folder.test-support.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const numbers = fc.option(fc.constantFrom("1", "2", "3"), { nil: undefined });
const userIds = fc.option(fc.constantFrom("NL.1", "NL.2", "NL.3"), { nil: undefined });
const names = fc.option(fc.constantFrom("Jan", "Piet"), { nil: undefined });
const seen = fc.record({
  threadId: fc.constantFrom("t1", "t2", "t3"),
  appId: fc.constant("app-1"),
  contact: fc.record({ waId: numbers, bsuid: userIds, name: names }),
  at: fc.integer({ min: 0, max: 9 }),
});
const saved = fc.record({
  id: fc.constantFrom("t1", "t2", "t1-2", "a"),
  waId: numbers,
  bsuid: userIds,
  customerId: fc.option(fc.constantFrom("c1", "c2"), { nil: undefined }),
  name: names,
  fields: fc.dictionary(fc.constantFrom("city", "age"), fc.constantFrom("1", "2")),
  createdAt: fc.integer({ min: 0, max: 9 }),
  updatedAt: fc.integer({ min: 0, max: 9 }),
});
const deeds = fc.array(fc.oneof(saved, fc.array(seen, { maxLength: 3 })), { maxLength: 8 });

const unitOf = (contact: object): CommitUnit => ({ contacts: [{ threadId: "t", appId: "app-1", contact, at: 1 }] });

async function recordsOf(store: Store): Promise<readonly object[]> {
  return store.contacts.search({ text: "", limit: 100 });
}

describe("It is true that contacts that were seen", () => {
  test("leave the same records as in memory, whatever was seen and saved before (a property)", async () => {
    using folder = createDataFolder();
    const stores = [createMemoryStore(), await openSqliteStore({ path: folder.file })];
    let records = 0;
    const property = fc.asyncProperty(deeds, async (all) => {
      for (const deed of all) {
        const results = stores.map((store) =>
          Array.isArray(deed) ? store.commit([{ contacts: deed }]) : store.contacts.save(deed),
        );
        const [first, second] = await Promise.all(results);
        expect(second).toEqual(first);
        if (Array.isArray(deed)) expect(second).toEqual([{ type: "committed" }]);
      }
      const [first = [], second] = await Promise.all(stores.map(recordsOf));
      expect(second).toEqual(first);
      records += first.length;
    });
    await fc.assert(property, { numRuns: 60 });
    expect(records).toBeGreaterThan(60);
    for (const store of stores) await store.close();
  });

  test("are not joined to a record that is damaged, and that is said", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    await store.commit([unitOf({ waId: "1" })]);
    await store.close();
    {
      using file = new DatabaseSync(folder.file);
      file.exec("UPDATE contact SET row = 'letter'");
    }
    const damaged = await openSqliteStore({ path: folder.file });
    const commit = damaged.commit([unitOf({ waId: "1", name: "Jan" })]);
    await expect(commit).rejects.toMatchObject({ name: "StoreError", code: "corrupt" });
    await expect(commit).rejects.toThrow(/record of a contact is not JSON/);
    await damaged.close();
  });
});

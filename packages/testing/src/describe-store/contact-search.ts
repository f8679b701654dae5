import { expect } from "vitest";
import type { ContactRow, Store } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { contact } from "./sample-records.ts";

/** Contacts in lists. */
export function describeContactSearch(testStore: TestStore): void {
  testStore("finds contacts by a part of whatever they are known by, whatever its case", async (store) => {
    const jan = { name: "Jan de Vries", username: "jan.vries", waId: "31612345678", bsuid: "NL.13491208" };
    await saveAll(store, [
      contact("jan", { ...jan, customerId: "Klant-17" }),
      contact("élise", { name: "ÉLISE Ångström", waId: "33612345678" }),
    ]);
    const both = ["12345678", "", " ", "+3", "3612345678".slice(1)];
    const onlyJan = ["jan", "JAN DE", " jan  de ", "vries", "@Jan.v", "31612", "+31612345678", "nl.1349", "klant-17"];
    for (const text of both) expect([text, await idsFound(store, text)]).toEqual([text, ["élise", "jan"]]);
    for (const text of onlyJan) expect([text, await idsFound(store, text)]).toEqual([text, ["jan"]]);
    for (const text of ["élise", "E\u0301lise", "Élise ång", "+33"]) {
      expect([text, await idsFound(store, text)]).toEqual([text, ["élise"]]);
    }
    for (const text of ["piet", "vriesjan", "jan.vries31", "Delft"]) {
      expect([text, await idsFound(store, text)]).toEqual([text, []]);
    }
  });

  testStore("takes every character of a search for itself", async (store) => {
    const names = [
      "100% sure",
      "a_b",
      "back\\slash",
      "quote ' \" `",
      "star * [x]",
      "half \uD83D pair",
      "nothing \0 there",
    ];
    await saveAll(
      store,
      names.map((name, index) => contact(`c${index}`, { name, waId: `${index}` })),
    );
    for (const text of ["%", "_", "\\", "'", '"', "*", "[", "\uD83D", "\0"]) {
      const id = `c${names.findIndex((name) => name.includes(text))}`;
      const found = await idsFound(store, text);
      expect([text, found.includes(id)]).toEqual([text, true]);
      expect([text, found.length]).toEqual([text, /[\uD83D\0]/.test(text) ? 2 : 1]);
    }
    for (const text of ["100%%", "a%b", "axb", "\\\\", "x' OR '1'='1"]) expect(await idsFound(store, text)).toEqual([]);
  });

  testStore("finds by what a contact is known by now", async (store) => {
    await saveAll(store, [contact("a", { name: "Jan" })]);
    await saveAll(store, [contact("a", { name: "Piet" })]);
    expect([await idsFound(store, "jan"), await idsFound(store, "piet")]).toEqual([[], ["a"]]);
  });

  testStore("gives contacts page by page, the latest change first, and none twice or never", async (store) => {
    const times = [3, 1, 2, 2, 2, 1, 3, 2];
    const rows = times.map((updatedAt, index) =>
      contact(`c${index}`, { updatedAt, name: index === 4 ? "Other" : "X" }),
    );
    await saveAll(store, rows);
    const expected = ["c6", "c0", "c7", "c3", "c2", "c5", "c1"];
    for (const limit of [1, 2, 3, 7, 100]) expect([limit, await readPages(store, limit)]).toEqual([limit, expected]);
    expect(await store.contacts.search({ text: "X", before: { updatedAt: 2, id: "c4" }, limit: 2 })).toEqual([
      rows[3],
      rows[2],
    ]);
    expect(await store.contacts.search({ text: "", before: { updatedAt: 1, id: "" }, limit: 9 })).toEqual([]);
  });
}

async function saveAll({ contacts }: Store, rows: readonly ContactRow[]): Promise<void> {
  for (const row of rows) expect(await contacts.save(row)).toBe("saved");
}

async function idsFound({ contacts }: Store, text: string): Promise<string[]> {
  return (await contacts.search({ text, limit: 100 })).map(({ id }) => id);
}

async function readPages({ contacts }: Store, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let before: ContactRow | undefined;
  for (;;) {
    const page = await contacts.search({ text: "x", before, limit });
    if (page.length === 0) return ids;
    expect(page.length).toBeLessThanOrEqual(limit);
    ids.push(...page.map(({ id }) => id));
    before = page.at(-1);
  }
}

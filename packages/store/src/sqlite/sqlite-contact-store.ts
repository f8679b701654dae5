import { foldText } from "../contact-search.ts";
import type { ContactRow, ContactStore } from "../contact-store.ts";
import { fromColumn, fromJson, toColumn } from "./column.ts";
import type { Connection } from "./connection.ts";
import { findStep, saveStep } from "./contact-steps.ts";
import { readRows, runOne } from "./run-one.ts";
import { listOf } from "./steps.ts";
import type { Step } from "./unit.ts";

/** The contacts of a store in SQLite. */
export function createSqliteContactStore(connection: Connection): ContactStore {
  const readContacts = async (step: Step): Promise<ContactRow[]> =>
    (await readRows(connection, step)).map(([row]) => fromJson(row));

  return {
    get: async (id) => (await readContacts(["getContact", toColumn(id)]))[0],
    find: async (identity) => {
      const step = findStep(identity);
      return step && (await readContacts(step))[0];
    },
    search: async ({ text, before, limit }) => {
      const place = before === undefined ? [null, null] : [before.updatedAt, toColumn(before.id)];
      return readContacts(["searchContacts", foldText(text), ...place, limit]);
    },
    save: async (contact) => {
      const outcome = await runOne(connection, [saveStep(contact)]);
      return outcome === "conflict" ? "taken" : "saved";
    },
    remove: async (id) => (await runOne(connection, [["removeContact", toColumn(id)]])) !== "conflict",
    threadsOf: async (identities) =>
      (await readRows(connection, ["findThreadIds", listOf(identities)])).map(([id]) => fromColumn(id)),
  };
}

import type { SettingsStore } from "../settings-store.ts";
import { fromJson, toColumn } from "./column.ts";
import type { Connection } from "./connection.ts";
import { readRows, runOne } from "./run-one.ts";

/** The settings of a store in SQLite. */
export function createSqliteSettingsStore(connection: Connection): SettingsStore {
  return {
    listConnections: async () => (await readRows(connection, ["listConnections"])).map(([row]) => fromJson(row)),
    saveConnection: async (row) =>
      void (await runOne(connection, [["saveConnection", toColumn(row.id), JSON.stringify(row)]])),
    listApps: async () => (await readRows(connection, ["listApps"])).map(([row]) => fromJson(row)),
    saveApp: async (row) => void (await runOne(connection, [["saveApp", toColumn(row.id), JSON.stringify(row)]])),
  };
}

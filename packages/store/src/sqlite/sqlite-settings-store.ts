import type { SettingsStore } from "../settings-store.ts";
import { fromJson, toColumn } from "./column.ts";
import type { Connection } from "./connection.ts";
import { readRows, runOne } from "./run-one.ts";
import type { Step } from "./unit.ts";

/** The settings of a store in SQLite. */
export function createSqliteSettingsStore(connection: Connection): SettingsStore {
  const run = async (...steps: Step[]): Promise<boolean> => (await runOne(connection, steps)) !== "conflict";

  return {
    listConnections: async () => (await readRows(connection, ["listConnections"])).map(([row]) => fromJson(row)),
    saveConnection: async (row) => void (await run(["saveConnection", toColumn(row.id), JSON.stringify(row)])),
    removeConnection: (id) => run(["removeConnection", toColumn(id)]),
    listApps: async () => (await readRows(connection, ["listApps"])).map(([row]) => fromJson(row)),
    saveApp: async (row) => void (await run(["saveApp", toColumn(row.id), JSON.stringify(row)])),
    removeApp: (id) => run(["removeApp", toColumn(id)], ["removeTemplates", toColumn(id)]),
    listInboundWebhooks: async () =>
      (await readRows(connection, ["listInboundWebhooks"])).map(([row]) => fromJson(row)),
    saveInboundWebhook: async (row) => void (await run(["saveInboundWebhook", toColumn(row.id), JSON.stringify(row)])),
    removeInboundWebhook: (id) => run(["removeInboundWebhook", toColumn(id)]),
  };
}

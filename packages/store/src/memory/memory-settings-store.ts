import type { SettingsStore } from "../index.ts";
import { compareText, copyOf, type MemoryData } from "./memory-data.ts";

/** The settings of a memory store. */
export function createMemorySettingsStore(open: () => MemoryData): SettingsStore {
  return {
    listConnections: async () => copyOf(sortedById(open().connections)),
    saveConnection: async (connection) => void open().connections.set(connection.id, copyOf(connection)),
    listApps: async () => copyOf(sortedById(open().apps)),
    saveApp: async (app) => void open().apps.set(app.id, copyOf(app)),
  };
}

function sortedById<Row extends { readonly id: string }>(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows.values()].toSorted((left, right) => compareText(left.id, right.id));
}

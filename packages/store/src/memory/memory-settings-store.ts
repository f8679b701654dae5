import type { SettingsStore } from "../index.ts";
import { compareText, copyOf, type MemoryData } from "./memory-data.ts";

/** The settings of a memory store. */
export function createMemorySettingsStore(open: () => MemoryData): SettingsStore {
  return {
    listConnections: async () => copyOf(sortedById(open().connections)),
    saveConnection: async (connection) => void open().connections.set(connection.id, copyOf(connection)),
    removeConnection: async (id) => open().connections.delete(id),
    listApps: async () => copyOf(sortedById(open().apps)),
    saveApp: async (app) => void open().apps.set(app.id, copyOf(app)),
    removeApp: async (id) => {
      const { apps, templates } = open();
      if (!apps.delete(id)) return false;
      for (const [key, { appId }] of templates) if (appId === id) templates.delete(key);
      return true;
    },
    listInboundWebhooks: async () => copyOf(sortedById(open().inboundWebhooks)),
    saveInboundWebhook: async (webhook) => void open().inboundWebhooks.set(webhook.id, copyOf(webhook)),
    removeInboundWebhook: async (id) => open().inboundWebhooks.delete(id),
  };
}

function sortedById<Row extends { readonly id: string }>(rows: ReadonlyMap<string, Row>): Row[] {
  return [...rows.values()].toSorted((left, right) => compareText(left.id, right.id));
}

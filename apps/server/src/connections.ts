import type { Gateway } from "@parley/gateway";
import { createCloudApiGateway } from "@parley/gateway/cloud-api";
import { type App, parseInput } from "@parley/messaging";
import type { Store } from "@parley/store";
import { z } from "zod";
import type { Vault } from "./vault.ts";

const credentialsSchema = z.strictObject({
  baseUrl: z.string(),
  version: z.string(),
  accessToken: z.string(),
  appSecret: z.string(),
  previousAppSecret: z.string().optional(),
  verifyToken: z.string(),
});

/** What a connection to the Cloud API needs. */
export type Credentials = z.infer<typeof credentialsSchema>;

/** A connection in use. */
export type Connection = { readonly id: string; readonly credentials: Credentials; readonly gateway: Gateway };

/** The connections and apps, in memory for every webhook and send. */
export type Connections = {
  readonly find: (id: string) => Connection | undefined;
  readonly app: (id: string) => App | undefined;
  readonly apps: () => readonly App[];
  readonly appOfNumber: (connectionId: string, phoneNumberId: string) => App | undefined;
  /** Stores a connection, its credentials sealed, and takes it into use. */
  readonly save: (id: string, credentials: Credentials) => Promise<void>;
  readonly saveApp: (app: App) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ConnectionsOptions = { readonly store: Store; readonly vault: Vault; readonly requestTimeoutMs: number };

/** Takes the stored connections and apps into use. */
export async function openConnections({ store, vault, requestTimeoutMs }: ConnectionsOptions): Promise<Connections> {
  const connections = new Map<string, Connection & { close: () => Promise<void> }>();
  const apps = new Map<string, App>();

  const use = async (id: string, credentials: Credentials): Promise<void> => {
    const { baseUrl, version, accessToken } = credentials;
    const former = connections.get(id);
    const gateway = createCloudApiGateway({ baseUrl, version, accessToken, requestTimeoutMs, connections: 64 });
    connections.set(id, { id, credentials, gateway, close: () => gateway.close() });
    await former?.close();
  };

  for (const { id, sealedCredentials } of await store.settings.listConnections()) {
    const parsed = parseInput(credentialsSchema, JSON.parse(vault.open(id, sealedCredentials)));
    if (!parsed.ok) throw new Error(`The stored credentials of connection ${id} have an unknown form.`);
    await use(id, parsed.value);
  }
  for (const app of await store.settings.listApps()) apps.set(app.id, app);

  return {
    find: (id) => connections.get(id),
    app: (id) => apps.get(id),
    apps: () => [...apps.values()],
    appOfNumber: (connectionId, phoneNumberId) =>
      apps.values().find((app) => app.connectionId === connectionId && app.phoneNumberId === phoneNumberId),
    save: async (id, credentials) => {
      const sealedCredentials = vault.seal(id, JSON.stringify(credentials));
      await store.settings.saveConnection({ id, kind: "cloud-api", sealedCredentials });
      await use(id, credentials);
    },
    saveApp: async (app) => {
      await store.settings.saveApp(app);
      apps.set(app.id, app);
    },
    close: async () => {
      for (const { close } of connections.values()) await close();
    },
  };
}

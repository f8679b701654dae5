import type { Gateway, GatewayAccount } from "@parley/gateway";
import { createCloudApiAccount, createCloudApiGateway } from "@parley/gateway/cloud-api";
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

/** What people call a connection, and the business account whose templates its apps share; empty until it is known. */
export type ConnectionLabel = { readonly name: string; readonly businessAccountId: string };

/** A connection in use. */
export type Connection = ConnectionLabel & {
  readonly id: string;
  readonly credentials: Credentials;
  readonly gateway: Gateway;
  readonly account: GatewayAccount;
};

/** The connections and apps, in memory for every webhook and send. */
export type Connections = {
  readonly find: (id: string) => Connection | undefined;
  /** In the order of their ids. */
  readonly all: () => readonly Connection[];
  readonly app: (id: string) => App | undefined;
  readonly apps: () => readonly App[];
  readonly appOfNumber: (connectionId: string, phoneNumberId: string) => App | undefined;
  /** Stores a connection, its credentials sealed, and takes it into use. What the label leaves out stays as it was. */
  readonly save: (id: string, credentials: Credentials, label?: Partial<ConnectionLabel>) => Promise<void>;
  readonly saveApp: (app: App) => Promise<void>;
  readonly removeApp: (id: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ConnectionsOptions = { readonly store: Store; readonly vault: Vault; readonly requestTimeoutMs: number };

type InUse = Connection & { readonly close: () => Promise<void> };

/** Takes the stored connections and apps into use. */
export async function openConnections({ store, vault, requestTimeoutMs }: ConnectionsOptions): Promise<Connections> {
  const connections = new Map<string, InUse>();
  const apps = new Map<string, App>();

  const use = async (connection: InUse): Promise<void> => {
    const former = connections.get(connection.id);
    connections.set(connection.id, connection);
    await former?.close();
  };

  for (const { id, name = id, businessAccountId = "", sealedCredentials } of await store.settings.listConnections()) {
    const parsed = parseInput(credentialsSchema, JSON.parse(vault.open(id, sealedCredentials)));
    if (!parsed.ok) throw new Error(`The stored credentials of connection ${id} have an unknown form.`);
    await use({ id, credentials: parsed.value, name, businessAccountId, ...open(parsed.value, requestTimeoutMs) });
  }
  for (const app of await store.settings.listApps()) apps.set(app.id, app);

  return {
    find: (id) => connections.get(id),
    all: () => [...connections.values()].toSorted((left, right) => (left.id < right.id ? -1 : 1)),
    app: (id) => apps.get(id),
    apps: () => [...apps.values()],
    appOfNumber: (connectionId, phoneNumberId) =>
      apps.values().find((app) => app.connectionId === connectionId && app.phoneNumberId === phoneNumberId),
    save: async (id, credentials, label = {}) => {
      const { name = id, businessAccountId = "" } = { ...labelOf(connections.get(id)), ...label };
      const sealedCredentials = vault.seal(id, JSON.stringify(credentials));
      // Opened before it is stored: one that cannot be opened would keep the server from starting again.
      const opened = open(credentials, requestTimeoutMs);
      await store.settings.saveConnection({ id, name, kind: "cloud-api", businessAccountId, sealedCredentials });
      await use({ id, credentials, name, businessAccountId, ...opened });
    },
    saveApp: async (app) => {
      await store.settings.saveApp(app);
      apps.set(app.id, app);
    },
    removeApp: async (id) => {
      await store.settings.removeApp(id);
      apps.delete(id);
    },
    remove: async (id) => {
      await store.settings.removeConnection(id);
      const former = connections.get(id);
      connections.delete(id);
      await former?.close();
    },
    close: async () => {
      for (const { close } of connections.values()) await close();
    },
  };
}

function labelOf(connection: Connection | undefined): Partial<ConnectionLabel> {
  return connection === undefined ? {} : { name: connection.name, businessAccountId: connection.businessAccountId };
}

function open(
  { baseUrl, version, accessToken }: Credentials,
  requestTimeoutMs: number,
): Pick<InUse, "gateway" | "account" | "close"> {
  const options = { baseUrl, version, accessToken, requestTimeoutMs };
  const gateway = createCloudApiGateway({ ...options, connections: 64 });
  const account = createCloudApiAccount({ ...options, connections: 4 });
  return {
    gateway,
    account,
    close: async () => {
      await Promise.all([gateway.close(), account.close()]);
    },
  };
}

import type { App } from "@parley/messaging";

/** Where connections and apps are kept. */
export interface SettingsStore {
  listConnections(): Promise<readonly ConnectionRow[]>;
  /** Inserted or replaced, by id. */
  saveConnection(connection: ConnectionRow): Promise<void>;
  listApps(): Promise<readonly App[]>;
  /** Inserted or replaced, by id. */
  saveApp(app: App): Promise<void>;
}

/** Credentials with a provider, sealed: the store never sees them in the clear. */
export type ConnectionRow = {
  readonly id: string;
  readonly kind: "cloud-api";
  /** Encrypted and authenticated by the server's key. */
  readonly sealedCredentials: string;
};

import type { App } from "@parley/messaging";

/** Where connections and apps are kept. */
export interface SettingsStore {
  listConnections(): Promise<readonly ConnectionRow[]>;
  /** Inserted or replaced, by id. */
  saveConnection(connection: ConnectionRow): Promise<void>;
  listApps(): Promise<readonly App[]>;
  /** Inserted or replaced, by id. */
  saveApp(app: App): Promise<void>;
  /** Gives false when there is none. Its template registry goes with it; what it sent and received stays. */
  removeApp(id: string): Promise<boolean>;
  /** Gives false when there is none. */
  removeConnection(id: string): Promise<boolean>;
  listInboundWebhooks(): Promise<readonly InboundWebhookRow[]>;
  /** Inserted or replaced, by id. */
  saveInboundWebhook(webhook: InboundWebhookRow): Promise<void>;
  /** Gives false when there is none. */
  removeInboundWebhook(id: string): Promise<boolean>;
}

/** An endpoint of ours that others call to start flows (Inbound webhooks). */
export type InboundWebhookRow = {
  /** Part of its URL. */
  readonly id: string;
  readonly name: string;
  /** How a caller shows that it may call: a key in a header, or a signature over the body. */
  readonly auth: "key" | "signature-sha256" | "signature-sha512";
  /** The key or secret, encrypted and authenticated by the server's key. */
  readonly sealedSecret: string;
  readonly createdAt: number;
};

/** Credentials with a provider, sealed: the store never sees them in the clear. */
export type ConnectionRow = {
  readonly id: string;
  /** What people call it; the id unless given. */
  readonly name?: string | undefined;
  readonly kind: "cloud-api";
  /** The provider's id of the business account, whose templates its apps share; absent until it is known. */
  readonly businessAccountId?: string | undefined;
  /** Encrypted and authenticated by the server's key. */
  readonly sealedCredentials: string;
};

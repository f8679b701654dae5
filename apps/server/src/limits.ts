import { hostLimits } from "@parley/host";

/** Limits of the server, each with its reason. */
export const serverLimits = {
  /**
   * Webhooks under way. A contact may have some 2,000 events waiting, each of a webhook of its own; one connection's half of this leaves room
   * beside them, so that a contact who floods does not shut the door for the others.
   */
  webhooks: 6_000,
  /** Bytes of the bodies of webhooks under way, until their events are stored: half of it holds ten of the largest at once. */
  webhookBytes: 64 * 1024 * 1024,
  /** A body that takes its room before it has come: most are smaller, and as many as may be under way have less than a connection's share of bytes. */
  smallBodyBytes: 8 * 1024,
  /** Events of webhooks under way: several times what the host lets wait, so that the host decides whose are too many; with more, a webhook is refused before it is read. */
  webhookEvents: 4 * hostLimits.eventsWaitingOfApp,
  /** Reading webhooks in one round of the event loop, in milliseconds: a few large ones or many small ones, and little for others to wait. */
  workSliceMs: 5,
  /** Open connections, at some 20 KB each: one for every webhook under way, and room for everything else. */
  connections: 8_000,
  /** Who listens to turns at once: tabs of a team. Each is told of every turn. */
  listeners: 50,
  /** What may wait for one listener: some 2,000 turns. */
  listenerBytes: 512 * 1024,
  /** Silence after which a listener hears that the server is there: less than proxies wait. */
  heartbeatMs: 15_000,
  /** How long a browser waits before it listens again. */
  listenAgainMs: 2_000,
  /** How long a person stays signed in: a day's work. */
  sessionMs: 12 * 60 * 60 * 1000,
  /** Browsers signed in at once, at some 150 bytes each. */
  sessions: 1_000,
  /** Wrong tokens that an address may give in a minute: a person's slips, and too few to guess by. */
  wrongTokens: 5,
  wrongTokensMs: 60_000,
  /** How long the answer to a wrong token takes. */
  wrongTokenWaitMs: 500,
  /** Addresses remembered for it. */
  wrongAddresses: 10_000,
  /** Connections to providers, apps, inbound webhooks and templates: each is held in memory or read whole, and shown in one list. */
  connectionsOfProviders: 200,
  apps: 1_000,
  inboundWebhooks: 1_000,
  templatesOfApp: 1_000,
  /** How long the provider may take to answer a person who waits. */
  accountTimeoutMs: 20_000,
  /** Uploads at once: each may hold 100 MB in memory, twice. */
  uploads: 3,
  uploadTimeoutMs: 120_000,
  /** How long WhatsApp keeps an upload (Cloud API, Media). */
  uploadLivesMs: 30 * 24 * 60 * 60 * 1000,
  /** The key by which a call of an inbound webhook is known again. */
  idempotencyKeyLength: 200,
  /** By how much the clocks of those who call may be ahead of ours. */
  clockDifferenceMs: 60_000,
  /** Live conversations that are looked at before an app is removed. */
  conversationsLookedAt: 100_000,
  /** Names in the folder of examples, each read into memory. */
  examples: 100,
} as const;

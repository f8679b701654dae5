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
  /** Events of webhooks under way: what the host lets wait. With more, a webhook is refused before it is read. */
  webhookEvents: hostLimits.eventsWaiting,
  /** Reading webhooks in one round of the event loop, in milliseconds: a few large ones or many small ones, and little for others to wait. */
  workSliceMs: 5,
  /** Open connections, at some 20 KB each: one for every webhook under way, and room for everything else. */
  connections: 8_000,
} as const;

import type { Conversation } from "@parley/engine";
import type { Contact, FreeEntryPoint, InboundMessage, OptIn } from "@parley/messaging";

/** One contact on one app: the unit of order and of commit. Plain JSON. */
export type Thread = {
  readonly id: string;
  readonly appId: string;
  readonly contact: Contact;
  /** When the contact's identity key hash was seen, by the provider's word: what comes late must not replace a newer one. */
  readonly identityHashAt?: number | undefined;
  /** When the contact last wrote, by the provider's word: the session window counts from it. */
  readonly lastInboundAt?: number | undefined;
  /** The contact's word on being messaged proactively by this app. */
  readonly optIn?: OptIn | undefined;
  /** Since the contact last came by a click-to-WhatsApp advertisement. */
  readonly freeEntryPoint?: FreeEntryPoint | undefined;
  /** How many conversations it has ever had; part of their ids. */
  readonly conversationCount: number;
  /** Those that have not ended, oldest first. */
  readonly live: readonly LiveConversation[];
};

/** A conversation that has not ended. */
export type LiveConversation = {
  readonly conversation: Conversation;
  readonly startedAt: number;
  /** Messages that came while it did not wait for any, oldest first. */
  readonly deferred: readonly ReceivedMessage[];
  /** Why it stands still: a turn threw, which is a fault of ours. Events no longer reach it. */
  readonly parked?: { readonly at: number; readonly reason: string } | undefined;
};

/** A message as it came, with what was known of its sender. */
export type ReceivedMessage = { readonly contact: Contact; readonly message: InboundMessage };

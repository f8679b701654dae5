import type { Contact, OutboundMessage } from "@parley/messaging";

/** What must be done once the turn is committed, in the imperative. */
export type Effect = SendMessage | SetTimer | CancelTimer;

/** Hand a message to the gateway. Its answer comes back as an event with the same key. */
export type SendMessage = {
  readonly type: "send-message";
  /** `<conversation id>-<node visit>`: the same however often the turn is taken, so that the outbox is idempotent. */
  readonly key: string;
  readonly nodeId: string;
  readonly to: Contact;
  readonly message: OutboundMessage;
  /** The provider's id of a message to quote. */
  readonly contextId?: string | undefined;
  /** When the send is no longer worth attempting, in milliseconds. */
  readonly expiresAt?: number | undefined;
};

/** Wake the conversation with `timer-fired`. A timer of the same id and another generation is replaced. */
export type SetTimer = {
  readonly type: "set-timer";
  readonly timerId: string;
  readonly generation: number;
  readonly firesAt: number;
};

/** Forget a timer. */
export type CancelTimer = { readonly type: "cancel-timer"; readonly timerId: string };

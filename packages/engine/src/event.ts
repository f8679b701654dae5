import type { Contact, DeliveryReceipt, InboundMessage, ProviderError } from "@parley/messaging";

/**
 * What happened, in the past tense. `at` is the host's clock in milliseconds: the only time a turn knows. Answers to a send carry its key,
 * so that a late answer cannot move a node that has sent again since.
 */
export type TurnEvent =
  /** A Start matched this message. */
  | {
      readonly type: "conversation-started";
      readonly at: number;
      readonly contact: Contact;
      readonly message: InboundMessage;
    }
  | {
      readonly type: "message-received";
      readonly at: number;
      readonly contact: Contact;
      readonly message: InboundMessage;
    }
  /** The gateway took the message; its receipts will say the rest. */
  | { readonly type: "send-accepted"; readonly at: number; readonly key: string; readonly messageId: string }
  /** A policy forbids the send: ours before the attempt, or the provider's in its answer. */
  | { readonly type: "send-refused"; readonly at: number; readonly key: string; readonly refusal: Refusal }
  /** The send will never be taken: bad values, a permanent refusal, or retries exhausted. */
  | { readonly type: "send-failed"; readonly at: number; readonly key: string; readonly refusal: Refusal }
  | { readonly type: "receipt-received"; readonly at: number; readonly key: string; readonly receipt: DeliveryReceipt }
  | { readonly type: "timer-fired"; readonly at: number; readonly timerId: string; readonly generation: number }
  /** Another flow's Start took the contact over. */
  | { readonly type: "conversation-interrupted"; readonly at: number; readonly byFlowId: string }
  /** A person ended it from outside. */
  | { readonly type: "conversation-stopped"; readonly at: number; readonly reason: string };

/** Why a message was not sent. */
export type Refusal = {
  /** A status code in Webex Connect's numbers, such as `7705`. */
  readonly code: string;
  /** The reason in a sentence. */
  readonly sentence: string;
  /** The provider's own error, where it was the provider who refused. */
  readonly error?: ProviderError | undefined;
};

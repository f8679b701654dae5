import type { TaskAnswer } from "@parley/flow";
import type { Contact, DeliveryReceipt, InboundMessage, Json, JsonObject, ProviderError } from "@parley/messaging";

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
  /** A Start matched this signal from outside the channel. */
  | {
      readonly type: "conversation-triggered";
      readonly at: number;
      readonly contact: Contact;
      readonly signal: Signal;
    }
  /** From the conversation's contact, or from another one for whom a Receive waits: `contact` tells. */
  | {
      readonly type: "message-received";
      readonly at: number;
      readonly contact: Contact;
      readonly message: InboundMessage;
    }
  /** A custom event, for a Receive that waits for it. */
  | { readonly type: "signal-received"; readonly at: number; readonly signal: Signal }
  /** A button or a row of a message that this conversation sent was chosen, now or long after. It moves nothing. */
  | { readonly type: "reply-recorded"; readonly at: number; readonly key: string; readonly reply: JsonObject }
  /**
   * The gateway took the message; its receipts will say the rest. `messageId` is absent for what has no receipts. `notes` are sentences for the journal,
   * such as that a template went out in its place.
   */
  | {
      readonly type: "send-accepted";
      readonly at: number;
      readonly key: string;
      readonly messageId?: string | undefined;
      readonly notes?: readonly string[] | undefined;
    }
  /** A policy forbids the send: ours before the attempt, or the provider's in its answer. */
  | { readonly type: "send-refused"; readonly at: number; readonly key: string; readonly refusal: Refusal }
  /** The send will never be taken: bad values, a permanent refusal, or retries exhausted. */
  | { readonly type: "send-failed"; readonly at: number; readonly key: string; readonly refusal: Refusal }
  | { readonly type: "receipt-received"; readonly at: number; readonly key: string; readonly receipt: DeliveryReceipt }
  /** The work that the present node asked for is done, or cannot be. */
  | { readonly type: "task-answered"; readonly at: number; readonly key: string; readonly answer: TaskAnswer }
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

/** What happened outside the channel. */
export type Signal =
  /** `id` tells it from every other, so that one that comes twice is taken once. */
  | {
      readonly type: "custom-event";
      readonly id: string;
      readonly event: string;
      readonly correlationId: string;
      readonly parameters: JsonObject;
    }
  | { readonly type: "webhook"; readonly id: string; readonly webhookId: string; readonly body: Json };

import type {
  App,
  Contact,
  DeliveryReceipt,
  InboundMessage,
  Json,
  OptIn,
  OutboundMessage,
  ProviderError,
  TemplateStatus,
} from "@parley/messaging";

/** The port to a provider of a channel. An adapter knows the provider's wire format and nothing of flows. */
export interface Gateway {
  /**
   * Hands one message to the provider and says what came of it. Never rejects for what the world does; an abort counts as an ambiguous
   * answer when the request had been written. Waits at most the adapter's request timeout.
   */
  send(request: SendRequest, signal: AbortSignal): Promise<GatewayAnswer>;
  /** Reads the body of a verified webhook. Never throws on a JSON value: what it cannot read becomes an `ignored` update. */
  parse(body: Json): GatewayWebhook;
}

/** A message to be handed to the provider. */
export type SendRequest = {
  readonly app: App;
  /** Our own id of the send; the provider gives it back in receipts where it can. Letters, digits, `-`, `.` and `_`, at most 100. */
  readonly sendKey: string;
  readonly to: Contact;
  readonly message: OutboundMessage;
  /** The provider's id of a message to quote. */
  readonly contextId?: string | undefined;
  /** The receiver's identity key hash as it was last known: with another one now, nothing is delivered. */
  readonly identityKeyHash?: string | undefined;
};

/** What came of handing a message to the provider. */
export type GatewayAnswer =
  /** The provider took it; receipts will say the rest. A mark that a message was read has no id, and no receipts. */
  | { readonly type: "accepted"; readonly messageId?: string | undefined; readonly contact: Contact }
  /** The provider will never take it. `isPolicy`: because of its rules (window, opt-in, template), not because of bad values. */
  | { readonly type: "refused"; readonly isPolicy: boolean; readonly error: ProviderError }
  /** It certainly was not taken, or taking it twice does no harm, and it may be tried again. */
  | { readonly type: "retryable"; readonly reason: string; readonly retryAfterMs?: number | undefined }
  /** It may or may not have been taken: only a receipt can tell. */
  | { readonly type: "ambiguous"; readonly reason: string };

/** What a webhook brought, in the order of its body. */
export type GatewayWebhook = { readonly updates: readonly GatewayUpdate[] };

/** One thing the provider told us. `phoneNumberId` says which app it is for. */
export type GatewayUpdate =
  | {
      readonly type: "message";
      readonly phoneNumberId: string;
      readonly contact: Contact;
      readonly message: InboundMessage;
    }
  | { readonly type: "receipt"; readonly phoneNumberId: string; readonly receipt: DeliveryReceipt }
  /** The provider's word on a template of a business account. */
  | {
      readonly type: "template-status";
      readonly businessAccountId: string;
      readonly name: string;
      readonly language: string;
      readonly providerId: string;
      readonly status: TemplateStatus;
      /** Why it was rejected, paused or disabled; empty where nothing was said. */
      readonly reason: string;
    }
  /** The contact stopped or resumed marketing messages in WhatsApp itself. */
  | { readonly type: "consent"; readonly phoneNumberId: string; readonly contact: Contact; readonly optIn: OptIn }
  /** Understood as not for us, or not understood: kept and counted, never an error to the provider. */
  | { readonly type: "ignored"; readonly reason: string; readonly payload: Json };

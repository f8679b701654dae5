/** How far an outbound message has come by the provider's word, least first. Merging two receipts takes the later in this list. */
export const receiptStatuses = ["submitted", "delivered", "failed", "read"] as const;

/** How far an outbound message has come. */
export type ReceiptStatus = (typeof receiptStatuses)[number];

/** Why the provider could not deliver. */
export type ProviderError = {
  /** The provider's own code, such as 131026. */
  readonly code: number;
  readonly title: string;
  readonly details: string;
};

/** The provider's word on an outbound message. */
export type DeliveryReceipt = {
  /** The provider's message id. */
  readonly messageId: string;
  /** Our own id of the send, where the provider gave it back. */
  readonly sendKey?: string | undefined;
  readonly status: ReceiptStatus;
  /** When it happened by the provider's word, in milliseconds. */
  readonly at: number;
  readonly error?: ProviderError | undefined;
  /** The receiver's identity key hash, where the number has identity checks on. */
  readonly identityHash?: string | undefined;
};

/** The greater of two statuses, in any order of arrival: submitted < delivered < failed < read. */
export function mergeStatus(known: ReceiptStatus | undefined, next: ReceiptStatus): ReceiptStatus {
  if (known === undefined) return next;
  return receiptStatuses.indexOf(next) > receiptStatuses.indexOf(known) ? next : known;
}

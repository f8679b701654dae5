import type { Task } from "@parley/flow";
import type { OutboundMessage, Recipient, TemplateMessage } from "@parley/messaging";

/** What must be done once the turn is committed, in the imperative. */
export type Effect = SendMessage | PerformTask | SetTimer | CancelTimer;

/** Hand a message to the gateway. Its answer comes back as an event with the same key. */
export type SendMessage = {
  readonly type: "send-message";
  /** `<conversation id>-<node visit>`: the same however often the turn is taken, so that the outbox is idempotent. */
  readonly key: string;
  readonly nodeId: string;
  readonly to: Recipient;
  /** The phone number as the flow wrote it, where it names another than the conversation's contact by one. */
  readonly writtenTo?: string | undefined;
  readonly message: OutboundMessage;
  /** Goes out in the place of a free-form message when the session window is closed. */
  readonly templateFallback?: TemplateMessage | undefined;
  /** The receiver's hash as it was once trusted. */
  readonly identityKeyHash?: string | undefined;
  /** Where delivery reports are posted, and what they bring along. */
  readonly notify?: Notify | undefined;
  /** The provider's id of a message to quote. */
  readonly contextId?: string | undefined;
  /** When the send is no longer worth attempting, in milliseconds. */
  readonly expiresAt?: number | undefined;
};

/** Where delivery reports of a send are posted, and what they bring along (WhatsApp node page, Correlation ID, Callback Data, Notify URL). */
export type Notify = {
  /** Empty for none; then the rest is kept with the send all the same. */
  readonly url: string;
  readonly correlationId: string;
  readonly callbackData: string;
};

/** Do some work in the world. Its answer comes back as `task-answered` with the same key. */
export type PerformTask = {
  readonly type: "perform-task";
  /** As that of a send: the same however often the turn is taken. */
  readonly key: string;
  readonly nodeId: string;
  readonly task: Task;
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

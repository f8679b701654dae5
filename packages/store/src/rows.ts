import type { Task } from "@parley/flow";
import type { Conversation, Effect, JournalEntry, SendMessage, TurnEvent } from "@parley/engine";
import type { Contact, DeliveryReceipt, Json, JsonObject, OptIn, ReceiptStatus } from "@parley/messaging";

/** A name under which a thread is found: an identity of its contact on its app. */
export type AliasRow = { readonly appId: string; readonly identity: string; readonly threadId: string };

/** An event that has been taken; one of the same id is a duplicate. */
export type InboxRow = { readonly id: string; readonly receivedAt: number };

/** A durable wake-up of a conversation, unique by conversation and timer id. */
export type TimerRow = {
  readonly threadId: string;
  readonly conversationId: string;
  readonly timerId: string;
  readonly generation: number;
  readonly firesAt: number;
};

/** A message owed to the gateway, and afterwards the record of what became of it. */
export type SendRow = {
  readonly key: string;
  readonly threadId: string;
  readonly conversationId: string;
  readonly appId: string;
  /** Grows with every send and is never used twice; the order in which a thread's messages go out. */
  readonly sequence: number;
  readonly createdAt: number;
  readonly request: SendMessage;
  /** `queued` while it is owed; `failed` is the dead letter, its reason in `reason`. */
  readonly state: "queued" | "accepted" | "refused" | "failed";
  readonly attempts: number;
  /** Not before this time. */
  readonly nextAttemptAt: number;
  /** Since when nobody can tell whether the provider took it; absent when that is known. */
  readonly ambiguousSince?: number | undefined;
  /** Attempts after an ambiguous answer. */
  readonly ambiguousRetries: number;
  /** The provider's message id, once it took the message. */
  readonly messageId?: string | undefined;
  /** The greatest receipt status so far. */
  readonly status?: ReceiptStatus | undefined;
  readonly reason?: string | undefined;
  /** The button or row of it that was chosen last. */
  readonly response?: JsonObject | undefined;
  /** Whom a customer id stood for when the message went out. */
  readonly receiver?: Contact | undefined;
  /** What of it has been reported to its notify URL, so that nothing is reported twice. */
  readonly reported?: readonly string[] | undefined;
};

/** A conversation that something outside its thread wakes, by the topic under which it is found. */
export type TopicRow = { readonly topic: string; readonly threadId: string; readonly conversationId: string };

/** A report owed to a URL of the customer's, and afterwards the record of what became of it. */
export type PostRow = {
  /** Derived from what it reports, so that the same report is owed once. */
  readonly id: string;
  readonly threadId: string;
  readonly url: string;
  readonly body: Json;
  readonly createdAt: number;
  readonly state: "queued" | "done" | "failed";
  readonly attempts: number;
  /** Not before this time. */
  readonly nextAttemptAt: number;
  readonly reason?: string | undefined;
};

/** Work owed to the world, and afterwards the record that it was done. */
export type TaskRow = {
  /** That of the effect: the same however often the turn is taken. */
  readonly key: string;
  readonly threadId: string;
  readonly conversationId: string;
  readonly appId: string;
  readonly createdAt: number;
  /** Dropped once it is done: what it holds is in the journal. */
  readonly task?: Task | undefined;
  readonly state: "queued" | "done";
};

/** A contact as a thread came to know it: joined to the contact's record, by number or user id. */
export type SeenContact = {
  readonly threadId: string;
  readonly appId: string;
  readonly contact: Contact;
  readonly at: number;
};

/** A receipt for a message id that no send is known by yet. */
export type ParkedReceiptRow = {
  readonly messageId: string;
  readonly receipt: DeliveryReceipt;
  readonly parkedAt: number;
};

/** A conversation for lists: written when it starts, when it is parked and when it ends. */
export type ConversationRow = {
  readonly id: string;
  readonly threadId: string;
  readonly appId: string;
  readonly flowId: string;
  readonly flowVersion: number;
  readonly startedAt: number;
  readonly status: "live" | "parked" | "ended";
  readonly endedAt?: number | undefined;
  readonly result?: string | undefined;
  /** Its last state, once it has ended; a live one's state is in its thread. */
  readonly final?: Conversation | undefined;
};

/** One line of the journal: an event and what was done about it, in the thread's order. */
export type JournalRow = {
  readonly threadId: string;
  /** Absent for what reached no conversation. */
  readonly conversationId?: string | undefined;
  readonly at: number;
  readonly event: TurnEvent | ThreadEvent;
  readonly entries: readonly JournalEntry[];
  readonly effects: readonly Effect[];
};

/** What happened in a thread outside any turn. */
export type ThreadEvent =
  | { readonly type: "message-deferred"; readonly messageId: string }
  /** The deferred queue was full. */
  | { readonly type: "message-dropped"; readonly messageId: string; readonly reason: string }
  /** No conversation waited for it and no Start matched. */
  | { readonly type: "message-unhandled"; readonly messageId: string }
  | { readonly type: "receipt-recorded"; readonly key: string; readonly receipt: DeliveryReceipt }
  | { readonly type: "send-attempted"; readonly key: string; readonly attempt: number; readonly outcome: string }
  | { readonly type: "conversation-parked"; readonly reason: string }
  /** What our policies would have refused, had the app not asked to leave it to the provider. */
  | { readonly type: "policy-observed"; readonly key: string; readonly code: string; readonly sentence: string }
  | { readonly type: "opt-in-recorded"; readonly optIn: OptIn }
  /** A custom event or a call of a webhook that nobody waited for and that no Start took. */
  | { readonly type: "signal-unhandled"; readonly signalId: string };

/** An update for a number that is no app of ours. */
export type UnroutedRow = {
  readonly connectionId: string;
  readonly phoneNumberId: string;
  readonly payload: Json;
  readonly receivedAt: number;
};

import type { Contact, Json, JsonObject } from "@parley/messaging";
import type { SendRecord } from "./send-record.ts";

/** One run of one flow version: plain JSON, the whole of what must be remembered between turns. */
export type Conversation = {
  readonly id: string;
  readonly flowId: string;
  /** The version it began on and stays on. */
  readonly flowVersion: number;
  /** Turns taken so far. */
  readonly turn: number;
  /** Where it stands, as XState writes it. */
  readonly value: Json;
  readonly status: "active" | "done";
  readonly context: ConversationContext;
  /** The timers that may still fire, by their id. */
  readonly timers: { readonly [timerId: string]: PendingTimer };
};

/** A timer that may still fire. One with another generation is stale. */
export type PendingTimer = { readonly generation: number; readonly firesAt: number };

/** What a conversation knows. */
export type ConversationContext = {
  readonly conversationId: string;
  readonly appId: string;
  readonly contact: Contact;
  /** The flow's own variables. */
  readonly variables: JsonObject;
  /** What nodes have put out and the flow can read, by node and group: `outputs.n3.receive.message`. Sends keep theirs in `sends`. */
  readonly outputs: { readonly [nodeId: string]: { readonly [group: string]: JsonObject } };
  /** The node that last put out a group: what `$(whatsapp.…)` and `$(send.…)` mean without a node id. */
  readonly latest: { readonly [group: string]: string };
  /** The latest send of each send node. */
  readonly sends: { readonly [nodeId: string]: SendRecord };
  /** Node executions so far; part of effect keys, and what stops endless loops. */
  readonly visits: number;
  /** The outcome that entering the present node decided at once. */
  readonly decision: string | null;
  /** How long the present node waits before its timer fires, as entering it found; null where it set no wait. */
  readonly waitMs: number | null;
  /**
   * What outside the thread wakes the present node, as keys by which the store finds it (`topic.ts`): custom events and messages of other contacts.
   * Absent where nothing does.
   */
  readonly topics?: readonly string[] | undefined;
  /** The one-time passwords that nodes have made, as keyed digests. Absent where none has. */
  readonly oneTimePasswords?: { readonly [nodeId: string]: OneTimePassword } | undefined;
  /** The result, once it has ended. */
  readonly result: string | null;
};

/** A one-time password that may still be typed. */
export type OneTimePassword = {
  readonly digest: string;
  /** The password itself, sealed, for sending it. */
  readonly sealed: string;
  readonly expiresAt: number;
  readonly attemptsLeft: number;
};

import type { Signal } from "@parley/engine";
import type { TaskAnswer } from "@parley/flow";
import type { Contact, DeliveryReceipt, InboundMessage, Json, OptIn } from "@parley/messaging";
import type { TaskRow, TimerRow } from "@parley/store";
import type { Attempt } from "./attempt.ts";

/** What the world tells the host. */
export type HostEvent =
  | { readonly type: "message"; readonly appId: string; readonly contact: Contact; readonly message: InboundMessage }
  | { readonly type: "receipt"; readonly appId: string; readonly receipt: DeliveryReceipt }
  /** An update for a number that is no app of ours: kept, never lost. */
  | { readonly type: "unrouted"; readonly connectionId: string; readonly phoneNumberId: string; readonly payload: Json }
  /** Begins a conversation of a flow because of a signal; its Start has been asked already. */
  | {
      readonly type: "trigger";
      readonly appId: string;
      readonly flowId: string;
      readonly contact: Contact;
      readonly signal: Signal;
    }
  /** For the conversations that wait for it. */
  | { readonly type: "signal"; readonly signal: Signal }
  /** A contact's word on being messaged proactively. */
  | { readonly type: "opt-in"; readonly appId: string; readonly contact: Contact; readonly optIn: OptIn }
  | {
      readonly type: "stop-conversation";
      readonly threadId: string;
      readonly conversationId: string;
      readonly reason: string;
    };

/** What the host tells itself. */
export type InternalEvent =
  | { readonly type: "timer"; readonly timer: TimerRow }
  /** A timer that could not be taken waits until `firesAt`, so that it keeps no other from firing. */
  | { readonly type: "postpone-timer"; readonly timer: TimerRow; readonly firesAt: number }
  /** Work that a node asked for is done, or cannot be. */
  | { readonly type: "task-answer"; readonly row: TaskRow; readonly answer: TaskAnswer }
  | { readonly type: "attempt"; readonly key: string; readonly attempt: Attempt }
  /** A send was queued in a process that crashed: it may have been under way. Its receipt has until `until`. */
  | { readonly type: "suspect-send"; readonly key: string; readonly until: number };

/** An event of either kind. */
export type BatchEvent = HostEvent | InternalEvent;

import type { ConversationContext, Effect, Refusal, Signal } from "@parley/engine";
import type { TaskAnswer } from "@parley/flow";
import type { Contact, DeliveryReceipt, InboundMessage, Json, JsonObject } from "@parley/messaging";
import type { DrawnFlow } from "../draw-flow.ts";

/** One conversation in one file: the flow, what happens, and what comes of it. */
export type GoldenConversation = {
  /** Completes "It is true that …". */
  readonly name: string;
  /** The flow as drawn, or the path of a flow's JSON from the golden file. */
  readonly flow: DrawnFlow | string;
  readonly conversation?: { readonly contact?: Contact; readonly appId?: string };
  readonly turns: readonly { readonly event: DrawnEvent; readonly expected: ExpectedTurn }[];
  /** What the conversation knows in the end: the parts of its context that are named here. */
  readonly final: { readonly [Part in keyof ConversationContext]?: Json };
};

/** What a turn comes to. The journal is told in lines. */
export type ExpectedTurn =
  | { readonly isHandled: false }
  | {
      readonly value: Json;
      readonly status: "active" | "done";
      readonly effects: readonly Effect[];
      readonly journal: readonly string[];
    };

/**
 * A turn event without what says nothing: the contact is the conversation's, a message was sent at `at` with the id `in-<turn>` and no payload, a
 * signal has the id `signal-<turn>`, and a provider's message id is `wamid.<key>`, or null where the provider gave none.
 */
export type DrawnEvent = { readonly at: number } & (
  | {
      readonly type: "conversation-started" | "message-received";
      readonly contact?: Contact;
      readonly message: Partial<InboundMessage> & Pick<InboundMessage, "content">;
    }
  | { readonly type: "conversation-triggered"; readonly contact?: Contact; readonly signal: DrawnSignal }
  | { readonly type: "signal-received"; readonly signal: DrawnSignal }
  | { readonly type: "reply-recorded"; readonly key: string; readonly reply: JsonObject }
  | {
      readonly type: "send-accepted";
      readonly key: string;
      readonly messageId?: string | null;
      readonly notes?: readonly string[];
    }
  | { readonly type: "send-refused" | "send-failed"; readonly key: string; readonly refusal: Refusal }
  | {
      readonly type: "receipt-received";
      readonly key: string;
      readonly receipt: Partial<DeliveryReceipt> & Pick<DeliveryReceipt, "status">;
    }
  | { readonly type: "task-answered"; readonly key: string; readonly answer: TaskAnswer }
  | { readonly type: "timer-fired"; readonly timerId: string; readonly generation: number }
  | { readonly type: "conversation-interrupted"; readonly byFlowId: string }
  | { readonly type: "conversation-stopped"; readonly reason: string }
);

/** A signal without what says nothing. */
export type DrawnSignal =
  | (Pick<Extract<Signal, { type: "custom-event" }>, "type" | "event"> & {
      readonly correlationId?: string;
      readonly parameters?: JsonObject;
    })
  | Omit<Extract<Signal, { type: "webhook" }>, "id">;

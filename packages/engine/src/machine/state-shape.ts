import type { Awaited } from "@parley/flow";

/** A state as node behaviours describe it: the part of an XState config that they need, as JSON. */
export type StateShape = {
  readonly initial?: string;
  readonly states?: { readonly [name: string]: StateShape };
  readonly on?: { readonly [eventType: string]: Transition | readonly Transition[] };
  /** After the wait that entering the node has set. The delay is named, so that the timer's id outlives a change of its duration. */
  readonly after?: { readonly wait: Transition };
  readonly always?: readonly Transition[];
  readonly type?: "final";
};

export type Transition = {
  readonly target?: string;
  readonly guard?: Guard;
  readonly actions?: readonly Action[];
  /** A way out that leads back to its own node enters it anew. */
  readonly reenter?: boolean;
};

/** The guards of all machines. They read context and event, nothing that changes besides. */
export type Guard =
  /** Entering the node decided for this outcome. */
  | { readonly type: "decided"; readonly params: { readonly outcome: string } }
  /** The conversation has entered more nodes than it may. */
  | { readonly type: "exhausted" }
  /** The event answers the node's latest send, not an earlier one. */
  | { readonly type: "answers"; readonly params: { readonly node: string } }
  /** The event answers the work that the present visit of the node asked for. */
  | { readonly type: "answers-task" }
  /** The receipt or the reply is of some node's latest send. */
  | { readonly type: "concerns" }
  /** What happened is what an entry of the node's config waits for; the node itself is asked. */
  | { readonly type: "takes"; readonly params: { readonly node: string; readonly entry: number } }
  /** The record of a node's latest send says this to one who waits. */
  | {
      readonly type: "shows";
      readonly params: { readonly node: string; readonly awaited: Awaited; readonly verdict: "success" | "failure" };
    };

/** The actions of all machines. Each runs one step, of the node that it names. */
export type Action =
  | { readonly type: "enter"; readonly params: { readonly node: string } }
  | { readonly type: "react"; readonly params: { readonly node: string; readonly reaction: string } }
  /** After the reaction, if it names one. */
  | {
      readonly type: "leave";
      readonly params: { readonly node: string; readonly outcome: string; readonly reaction?: string | undefined };
    }
  /** Merges a receipt into the record of whichever node sent the message. */
  | { readonly type: "merge-receipt" }
  /** Writes down what was chosen of a message, in the record of whichever node sent it. */
  | { readonly type: "record-reply" }
  /** Ends the conversation because another flow took the contact over. */
  | { readonly type: "interrupt"; readonly params: { readonly node: string } }
  /** Ends the conversation because a person said so. */
  | { readonly type: "stop" };

import { type ReceiptStatus, receiptStatuses } from "@parley/messaging";
import type { DrawnFlow } from "../draw-flow.ts";

/** In what order receipts come, and where they find the conversation; for one node that waits as it waits. */
export type GoldenReceipts = {
  /** Completes "It is true that …". */
  readonly name: string;
  /** The node that waits, whose send is that of `n3`. */
  readonly node: string;
  readonly flow: DrawnFlow;
  /** By situation, what happens in it. */
  readonly situations: Readonly<Record<string, readonly Moment[]>>;
  /** By order, such as `delivered submitted`, and by situation: how the node is left and what the send's record says in the end. */
  readonly orders: Readonly<Record<string, Readonly<Record<string, string>>>>;
};

/**
 * A part of a situation. `answer`: the gateway takes the message. `receipts`: all of them come, in the order; `receipts twice`: each once more at
 * once. `timer`: the pending timer fires. `stop`: a person ends the conversation.
 */
export type Moment = "answer" | "receipts" | "receipts twice" | "timer" | "stop";

/** Every order of every choice of receipts: 64. */
export const receiptOrders: readonly (readonly ReceiptStatus[])[] = ordersOf(receiptStatuses);

function ordersOf(statuses: readonly ReceiptStatus[]): (readonly ReceiptStatus[])[] {
  return statuses.flatMap((first) => {
    const others = statuses.filter((status) => status !== first);
    return [[first], ...ordersOf(others).map((rest) => [first, ...rest])];
  });
}

import {
  type CompiledFlow,
  compile,
  type Conversation,
  newConversation,
  takeTurn,
  type TurnEvent,
} from "@parley/engine";
import { assertNever, invariant, type ReceiptStatus, receiptStatuses } from "@parley/messaging";
import { drawFlow } from "../draw-flow.ts";
import { eventOf } from "../golden/drawn-event.ts";
import type { DrawnEvent } from "../golden/golden-conversation.ts";
import { type GoldenReceipts, type Moment, receiptOrders } from "./receipt-orders.ts";

const contact = { waId: "31612345678" };
const key = "c1-2";

/** Plays every order in every situation: the same golden, with what came of it now in the place of what was expected. */
export function playReceipts(golden: GoldenReceipts): GoldenReceipts {
  const compiled = compile(drawFlow(golden.flow), 1);
  const orders = receiptOrders.map((order) => {
    const played = Object.entries(golden.situations).map(([situation, moments]) => {
      return [
        situation,
        playOrder(
          compiled,
          golden.node,
          moments.flatMap((moment) => happeningsOf(moment, order)),
        ),
      ];
    });
    return [order.join(" "), Object.fromEntries(played)];
  });
  return { ...golden, orders: Object.fromEntries(orders) };
}

/** One thing that happens, under the name by which it is told. */
type Happening = { readonly name: string; readonly event: DrawnEvent | "timer" };

function happeningsOf(moment: Moment, order: readonly ReceiptStatus[]): readonly Happening[] {
  switch (moment) {
    case "answer":
      return [{ name: "the answer", event: { type: "send-accepted", at: 2_000, key } }];
    case "receipts":
      return order.map(receipt);
    case "receipts twice":
      return order.flatMap((status) => [receipt(status), receipt(status)]);
    case "timer":
      return [{ name: "the timer", event: "timer" }];
    case "stop":
      return [{ name: "the stop", event: { type: "conversation-stopped", at: 3_000, reason: "Enough." } }];
    default:
      return assertNever(moment);
  }
}

/** Each status has its time by the provider's word, in whatever order the receipts come. */
function receipt(status: ReceiptStatus): Happening {
  const at = 2_000 + receiptStatuses.indexOf(status);
  return { name: status, event: { type: "receipt-received", at: 4_000, key, receipt: { status, at } } };
}

function playOrder(compiled: CompiledFlow, node: string, happenings: readonly Happening[]): string {
  const started: DrawnEvent = {
    type: "conversation-started",
    at: 1_000,
    message: { content: { type: "text", text: "Hi" } },
  };
  let conversation = newConversation(compiled, { id: "c1", appId: "app1", contact });
  let left = "stays";
  for (const { name, event } of [{ name: "the start", event: started }, ...happenings]) {
    // Written and read between turns, as a store does.
    const before = JSON.parse(JSON.stringify(conversation)) as Conversation;
    const turn = takeTurn(compiled, before, event === "timer" ? timerOf(before) : eventOf(event, 1, contact));
    for (const entry of turn.journal) {
      if (entry.type === "node-left" && entry.nodeId === node) left = `left by ${entry.outcome} at ${name}`;
    }
    conversation = turn.conversation;
  }
  const record = conversation.context.sends["n3"];
  return `${left}; the send is ${record?.status}, ${record?.code}`;
}

function timerOf({ timers }: Conversation): TurnEvent {
  const [[timerId, timer] = ["none"]] = Object.entries(timers);
  invariant(timer !== undefined, "a situation with a timer has one that is pending");
  return { type: "timer-fired", at: timer.firesAt, timerId, generation: timer.generation };
}

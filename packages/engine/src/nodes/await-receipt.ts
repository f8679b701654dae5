import { type Awaited, awaitedOutcome } from "@parley/flow";
import type { StateShape } from "../machine/state-shape.ts";
import type { Leave } from "./behaviour.ts";

/**
 * A state that waits for the receipt of what `sender` sent. It reads the send's record, on entry and after every receipt, so that a receipt
 * that came before the wait counts like one that comes during it.
 */
export function awaitReceipt(sender: string, awaited: Awaited, leave: Leave): StateShape {
  const shows = (verdict: "success" | "failure") =>
    ({ type: "shows", params: { node: sender, awaited, verdict } }) as const;
  return {
    always: [
      { ...leave(awaitedOutcome(awaited)), guard: shows("success") },
      { ...leave("onDeliveryReportFail"), guard: shows("failure") },
    ],
  };
}

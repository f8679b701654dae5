import type { ChannelEvent } from "@parley/messaging";
import type { TurnEvent } from "../event.ts";

type Message = Extract<TurnEvent, { type: "message-received" }>;
type Timer = { readonly type: `xstate.after.${string}`; readonly at: number };

/**
 * An event as the machine sees it. Its type comes from a closed set: a message goes by its channel event, a timer by the name that XState gave
 * its delay. No text from outside is ever a type, because XState remembers every type it has seen.
 */
export type MachineEvent =
  | (Omit<Message, "type"> & { readonly type: ChannelEvent })
  | Exclude<TurnEvent, { type: "message-received" | "timer-fired" }>
  | Timer;

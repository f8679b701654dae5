import { type ChannelEvent, channelEventOf } from "@parley/messaging";
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

/** A turn's event as the machine sees it; undefined for a message that no flow waits for. A timer must be one that XState armed. */
export function machineEventOf(event: TurnEvent): MachineEvent | undefined {
  if (event.type === "timer-fired") return { type: event.timerId as `xstate.after.${string}`, at: event.at };
  if (event.type !== "message-received") return event;
  const type = channelEventOf(event.message.content);
  return type === undefined ? undefined : { ...event, type };
}

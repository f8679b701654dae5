import type { MessageType } from "./message-type.ts";
import { text } from "./text.ts";
import type { WireType } from "./wire-types.ts";

/** The message types that the simulator takes, by wire name; every other one is answered with error 131051. */
export const messageTypes: Readonly<Partial<Record<WireType, MessageType>>> = { text };

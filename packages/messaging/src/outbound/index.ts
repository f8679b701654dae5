import { z } from "zod";
import { type TextMessage, textMessageSchema } from "./text.ts";

/** A message ready to be handed to a gateway: values only, no expressions. A new type is a file beside `text.ts` and its lines here. */
export const outboundMessageSchema = z.discriminatedUnion("type", [textMessageSchema]);

/** A message ready to be handed to a gateway. */
export type OutboundMessage = TextMessage;

const freeForm = { text: true } as const satisfies Record<OutboundMessage["type"], boolean>;

/** Whether a message may be sent only while the session window is open. */
export function isFreeForm(message: OutboundMessage): boolean {
  return freeForm[message.type];
}

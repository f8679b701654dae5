import { channelEvents } from "@parley/messaging";
import { z } from "zod";
import { secondsSchema, secondsTemplate } from "../fields.ts";
import { green, onError, onTimeout } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";
import { inboundOutputs } from "./inbound-outputs.ts";

/** What a Receive waits for, and how long (Receive node page). */
const configSchema = z.strictObject({
  events: z
    .array(z.strictObject({ type: z.enum(channelEvents) }))
    .min(1, "is empty; choose at least one event to wait for")
    .max(channelEvents.length)
    .refine((events) => new Set(events.map(({ type }) => type)).size === events.length, "names an event twice"),
  /** Seconds until `onTimeout`; absent means without end. */
  timeoutSeconds: secondsSchema.optional(),
});

/** Receive: waits for the contact. */
export const receiveSchema = nodeSchema("receive", configSchema);

export type ReceiveNode = z.infer<typeof receiveSchema>;

export const receive: NodeDefinition<ReceiveNode["config"]> = {
  newConfig: { events: [{ type: "whatsapp.mo" }] },
  outcomes: ({ events, timeoutSeconds }) => [
    ...events.map(({ type }) => green(type)),
    { ...onTimeout, isRequired: timeoutSeconds !== undefined },
    onError,
  ],
  outputs: ({ events }) => inboundOutputs(events.map(({ type }) => type)),
  templates: ({ timeoutSeconds }) => secondsTemplate("timeoutSeconds", timeoutSeconds),
};

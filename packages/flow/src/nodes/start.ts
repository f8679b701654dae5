import { channelEvents } from "@parley/messaging";
import { z } from "zod";
import { conditionsSchema, conditionTemplates } from "../conditions/condition.ts";
import { green } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";
import { inboundOutputs } from "./inbound-outputs.ts";
import { patternProblems } from "./pattern-problems.ts";

/** What begins a conversation: a channel event and conditions on it (Start node page, Triggers). */
const configSchema = z.strictObject({
  trigger: z.strictObject({
    type: z.literal("whatsapp"),
    event: z.enum(channelEvents),
    /** Rows on the event's variables, such as `$(whatsapp.message)`; none means every event. */
    conditions: conditionsSchema.default([]),
  }),
  /** Whether it starts even when another conversation waits for this very event, which then ends as Incomplete. */
  interruptsLiveConversations: z.boolean().default(false),
});

/** Start: the one node where every conversation begins. */
export const startSchema = nodeSchema("start", configSchema);

export type StartNode = z.infer<typeof startSchema>;

export const start: NodeDefinition<StartNode["config"]> = {
  newConfig: {
    trigger: { type: "whatsapp", event: "whatsapp.mo", conditions: [] },
    interruptsLiveConversations: false,
  },
  outcomes: () => [green("onBegin")],
  outputs: ({ trigger }) => inboundOutputs([trigger.event]),
  templates: ({ trigger }) => conditionTemplates("trigger.conditions", trigger.conditions),
  problems: ({ trigger }) => patternProblems("trigger.conditions", trigger.conditions),
};

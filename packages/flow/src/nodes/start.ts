import { type ChannelEvent, channelEvents } from "@parley/messaging";
import { z } from "zod";
import { conditionPatterns, conditionsSchema, conditionTemplates } from "../conditions/condition.ts";
import { parsePath, type VariablePath } from "../expression.ts";
import { templateSchema } from "../fields.ts";
import type { FlowFacts } from "../flow-facts.ts";
import { green } from "../outcome.ts";
import { type ConfigProblem, type NodeDefinition, nodeSchema } from "./definition.ts";
import { eventNameSchema } from "./event-name.ts";
import { customEventOutputs, inboundOutputs, webhookOutputs } from "./inbound-outputs.ts";
import { recipientProblems, recipientTypeSchema } from "./recipient-type.ts";

/** The channel's events that may begin a conversation; `whatsapp.referral` is an incoming message that came by a click-to-WhatsApp advertisement. */
export const startEvents = [...channelEvents, "whatsapp.referral"] as const;

/** Rows on the event's variables, such as `$(whatsapp.message)`; none means every event. */
const conditions = conditionsSchema.default([]);

/** Whom a conversation that no message begins is with, by an expression on the event's variables. */
const contact = {
  contactType: recipientTypeSchema.default("waId"),
  contact: templateSchema.min(1, "is empty; say whom the conversation is with, such as $(customEvent.waId)"),
};

const webhookFieldSchema = z.strictObject({
  /** Read as `$(inboundWebhook.name)`. */
  name: z.string().regex(/^[A-Za-z_]\w{0,99}$/, "must be letters, digits and _, and begin with a letter or _"),
  /** Names and indexes into the body: `order.items[0].sku`; `$` or `$.` may stand before. */
  path: z
    .string()
    .max(500)
    .refine((path) => webhookPathOf(path) !== undefined, "must be names and indexes such as order.items[0].sku"),
});

const triggerSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("whatsapp"), event: z.enum(startEvents), conditions }),
  /** A call of an endpoint that Parley made (Inbound webhooks). */
  z.strictObject({
    type: z.literal("webhook"),
    webhookId: z.string().regex(/^[a-z0-9]{0,40}$/, "must be the id of an inbound webhook"),
    fields: z
      .array(webhookFieldSchema)
      .max(100)
      .refine((fields) => new Set(fields.map(({ name }) => name)).size === fields.length, "has two fields of one name")
      .default([]),
    ...contact,
    conditions,
  }),
  /** A call of the events API (Custom events). */
  z.strictObject({ type: z.literal("custom-event"), event: eventNameSchema, ...contact, conditions }),
]);

/** What begins a conversation: an event and conditions on it (Start node page, Triggers). */
const configSchema = z.strictObject({
  trigger: triggerSchema,
  /** Whether it starts even when another conversation waits for this very event, which then ends as Incomplete. */
  interruptsLiveConversations: z.boolean().default(false),
});

/** Start: the one node where every conversation begins. */
export const startSchema = nodeSchema("start", configSchema);

export type StartNode = z.infer<typeof startSchema>;

/** What begins conversations of a flow. */
export type Trigger = StartNode["config"]["trigger"];

export const start: NodeDefinition<StartNode["config"]> = {
  newConfig: {
    trigger: { type: "whatsapp", event: "whatsapp.mo", conditions: [] },
    interruptsLiveConversations: false,
  },
  outcomes: () => [green("onBegin")],
  outputs: ({ trigger }) => outputsOfTrigger(trigger),
  templates: ({ trigger }) => [
    ...(trigger.type === "whatsapp" ? [] : [{ field: "trigger.contact", source: trigger.contact }]),
    ...conditionTemplates("trigger.conditions", trigger.conditions),
  ],
  patterns: ({ trigger }) => conditionPatterns("trigger.conditions", trigger.conditions),
  problems: ({ trigger }, facts) => [
    ...webhookProblems(trigger, facts),
    ...(trigger.type === "whatsapp" ? [] : recipientProblems("trigger.contact", trigger.contactType, trigger.contact)),
  ],
};

function webhookProblems(trigger: Trigger, { inboundWebhooks }: FlowFacts): ConfigProblem[] {
  if (trigger.type !== "webhook") return [];
  const { webhookId } = trigger;
  const place = { severity: "error", field: "trigger.webhookId" } as const;
  if (webhookId === "")
    return [{ ...place, code: "no-webhook", message: "is empty; choose an inbound webhook or make one" }];
  if (inboundWebhooks === undefined || inboundWebhooks.has(webhookId)) return [];
  const message = `is ${webhookId}, which is not among the inbound webhooks; choose another or make one`;
  return [{ ...place, code: "unknown-webhook", message }];
}

function outputsOfTrigger(trigger: Trigger): string[] {
  switch (trigger.type) {
    case "webhook":
      return webhookOutputs(trigger.fields.map(({ name }) => name));
    case "custom-event":
      return customEventOutputs;
    case "whatsapp":
      return inboundOutputs([channelEventOfStart(trigger.event)]);
  }
}

/** The place in a webhook's body that a field reads: `$` is all of it, `$[0].sku` begins with an index. Undefined when the text is no path. */
export function webhookPathOf(path: string): VariablePath | undefined {
  const rest = path.replace(/^\$/, "");
  return parsePath(`body${rest === "" || /^[.[]/.test(rest) ? rest : `.${rest}`}`)?.slice(1);
}

/** The channel event that a Start's event is. */
export function channelEventOfStart(event: (typeof startEvents)[number]): ChannelEvent {
  return event === "whatsapp.referral" ? "whatsapp.mo" : event;
}

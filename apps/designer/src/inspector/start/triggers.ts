import { startEvents } from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";
import { listAt, textAt } from "../../nodes/in-words.ts";

/** What may begin a conversation, in the order in which it is offered. */
export const triggerKinds = [...startEvents, "webhook", "custom-event"] as const;

/** What may begin a conversation. */
export type TriggerKind = (typeof triggerKinds)[number];

/** What begins conversations by a trigger, finished or not. */
export function kindOf(trigger: Json): string {
  return textAt(trigger, "type") === "whatsapp" ? textAt(trigger, "event") : textAt(trigger, "type");
}

/** A trigger of another kind. Conditions stay among WhatsApp's events; whom the conversation is with stays among the others, as far as it reads their own values. */
export function ofKind(trigger: Json, kind: TriggerKind): JsonObject {
  if (kind !== "webhook" && kind !== "custom-event") {
    const conditions = textAt(trigger, "type") === "whatsapp" ? listAt(trigger, "conditions") : [];
    return { type: "whatsapp", event: kind, conditions };
  }
  const contactType = textAt(trigger, "contactType") || "waId";
  const common = { contactType, contact: samples[kind], conditions: [] };
  return kind === "webhook"
    ? { type: "webhook", webhookId: "", fields: [], ...common }
    : { type: "custom-event", event: "", ...common };
}

/** Whom the conversation is with, as most callers say it. */
const samples = { webhook: "$(inboundWebhook.body.waId)", "custom-event": "$(customEvent.waId)" };

/** What a new condition looks at. */
export function variableOf(kind: string): string {
  if (kind === "webhook") return "$(inboundWebhook.body)";
  if (kind === "custom-event") return "$(customEvent)";
  return firstOf[kind] ?? "$(whatsapp.message)";
}

const firstOf: { readonly [kind: string]: string } = {
  "whatsapp.postback": "$(whatsapp.buttonPayload)",
  "whatsapp.list": "$(whatsapp.listRowIdentifier)",
  "whatsapp.reply": "$(whatsapp.replyButtonIdentifier)",
  "whatsapp.referral": "$(whatsapp.referral.headline)",
};

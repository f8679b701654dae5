import { z } from "zod";
import { secondsSchema, secondsTemplate, templateSchema } from "../fields.ts";
import { messageConfigSchema, messageTemplates, newMessageConfig } from "../messages/index.ts";
import { green, onError, type Outcome } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";
import { awaitedSchema, onDeliveryReportFail, waitOutcomes } from "./wait.ts";

/** When a send is no longer worth attempting; then the node leaves by `onPolicyFail` (WhatsApp node page, Expiry). */
const expirySchema = z.discriminatedUnion("type", [
  /** An ISO 8601 time in UTC, such as `2026-12-24T18:00:00Z`. */
  z.strictObject({ type: z.literal("utc"), at: templateSchema }),
  /** Seconds from the moment the node is entered. */
  z.strictObject({ type: z.literal("seconds"), seconds: secondsSchema }),
]);

const configSchema = z.strictObject({
  /** A WA ID, static or by expression; empty means the contact of the conversation. */
  destination: templateSchema.default(""),
  message: messageConfigSchema,
  /** The provider's id of a message to quote, static or by expression. */
  contextId: templateSchema.default(""),
  waitFor: z.enum(["none", ...awaitedSchema.options]).default("none"),
  /** Seconds from acceptance by the gateway until `onTimeout`; absent means without end. Only with a Wait For. */
  timeoutSeconds: secondsSchema.optional(),
  expiry: expirySchema.optional(),
});

/** WhatsApp: sends a message, and may wait for its receipt (WhatsApp node page). */
export const whatsappSchema = nodeSchema("whatsapp", configSchema);

export type WhatsappNode = z.infer<typeof whatsappSchema>;

type Config = WhatsappNode["config"];

const onPolicyFail: Outcome = { name: "onPolicyFail", colour: "red", isRequired: false };

export const whatsapp: NodeDefinition<Config> = {
  newConfig: { destination: "", message: newMessageConfig, contextId: "", waitFor: "none" },
  outcomes: ({ waitFor, timeoutSeconds }) => [
    ...(waitFor === "none" ? [green("onSuccess")] : waitOutcomes(waitFor, timeoutSeconds !== undefined)),
    onPolicyFail,
    ...(waitFor === "none" ? [] : [onDeliveryReportFail]),
    onError,
  ],
  outputs: () => [
    "send.gatewayTid",
    "send.messageId",
    "send.deliveryStatusCode",
    "send.deliveryStatusDescription",
    "send.sentDateTime",
    "send.response_data",
    "send.errorCode",
  ],
  templates: ({ destination, message, contextId, timeoutSeconds, expiry }) => [
    { field: "destination", source: destination },
    ...messageTemplates(message).map(({ field, source }) => ({ field: `message.${field}`, source })),
    { field: "contextId", source: contextId },
    ...secondsTemplate("timeoutSeconds", timeoutSeconds),
    ...expiryTemplates(expiry),
  ],
  problems: ({ waitFor, timeoutSeconds }) => {
    if (waitFor !== "none" || timeoutSeconds === undefined) return [];
    const message = "has no effect, because Wait For is None; remove it or choose what to wait for";
    return [{ severity: "warning", code: "useless-timeout", field: "timeoutSeconds", message }];
  },
};

function expiryTemplates(expiry: Config["expiry"]): { field: string; source: string }[] {
  if (expiry === undefined) return [];
  if (expiry.type === "utc") return [{ field: "expiry.at", source: expiry.at }];
  return secondsTemplate("expiry.seconds", expiry.seconds);
}

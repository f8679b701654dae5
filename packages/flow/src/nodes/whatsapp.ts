import { hasReceipts, parseIsoTime, parseWebexTime } from "@parley/messaging";
import { z } from "zod";
import { literalOf, parseTemplate } from "../expression.ts";
import { secondsSchema, secondsTemplate, templateSchema } from "../fields.ts";
import type { FlowFacts } from "../flow-facts.ts";
import { messageConfigSchema, messageTemplates, newMessageConfig } from "../messages/index.ts";
import { textFields } from "../messages/map-texts.ts";
import { messageProblems } from "../messages/message-problems.ts";
import { templateMessageConfigSchema } from "../messages/template.ts";
import { templateWarnings } from "../messages/template-warnings.ts";
import { green, onError, type Outcome } from "../outcome.ts";
import { type ConfigProblem, type NodeDefinition, nodeSchema } from "./definition.ts";
import { notifyUrlProblems } from "./notify-url.ts";
import { recipientProblems, recipientTypeSchema } from "./recipient-type.ts";
import { awaitedSchema, onDeliveryReportFail, waitOutcomes } from "./wait.ts";

/** When a send is no longer worth attempting; then the node leaves by `onPolicyFail` (WhatsApp node page, Expiry). */
const expirySchema = z.discriminatedUnion("type", [
  /**
   * A time in UTC: in ISO 8601, such as `2026-12-24T18:00:00Z`, or as the WhatsApp node page writes it, year, day, month and a twelve-hour clock:
   * `2026-24-12 06:00:00 PM`.
   */
  z.strictObject({ type: z.literal("utc"), at: templateSchema, format: z.enum(["iso", "webex"]).optional() }),
  /** Seconds from the moment the node is entered. */
  z.strictObject({ type: z.literal("seconds"), seconds: secondsSchema }),
]);

const configSchema = z.strictObject({
  /** What `destination` holds (WhatsApp node page, Destination type). */
  destinationType: recipientTypeSchema.default("waId"),
  /** Whom it goes to, static or by expression; empty means the contact of the conversation. */
  destination: templateSchema.default(""),
  message: messageConfigSchema,
  /** The template that goes out in the place of a free-form message when the session window is closed. */
  templateFallback: templateMessageConfigSchema.optional(),
  /** The provider's id of a message to quote, static or by expression. */
  contextId: templateSchema.default(""),
  /** The receiver's hash as it was once trusted, such as `$(trustedHash)`; with another one now, nothing is delivered. */
  identityKeyHash: templateSchema.default(""),
  /** Both come back with the delivery reports at the notify URL (WhatsApp node page, Correlation ID, Callback Data). */
  correlationId: templateSchema.default(""),
  callbackData: templateSchema.default(""),
  notifyUrl: templateSchema.default(""),
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
  newConfig: {
    destinationType: "waId",
    destination: "",
    message: newMessageConfig,
    contextId: "",
    identityKeyHash: "",
    correlationId: "",
    callbackData: "",
    notifyUrl: "",
    waitFor: "none",
  },
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
    "send.response_interactive.*",
    "send.response_data",
    "send.errorCode",
  ],
  templates: ({ message, templateFallback, timeoutSeconds, expiry, ...config }) => [
    { field: "destination", source: config.destination },
    ...messageTemplates(message).map(({ field, source }) => ({ field: `message.${field}`, source })),
    ...(templateFallback === undefined ? [] : textFields(templateFallback, ["templateFallback"])),
    ...(["contextId", "identityKeyHash", "correlationId", "callbackData", "notifyUrl"] as const).map((field) => ({
      field,
      source: config[field],
    })),
    ...secondsTemplate("timeoutSeconds", timeoutSeconds),
    ...expiryTemplates(expiry),
  ],
  problems: (config, facts) => [
    ...contentProblems("message", config.message),
    ...(config.templateFallback === undefined ? [] : contentProblems("templateFallback", config.templateFallback)),
    ...notifyUrlProblems("notifyUrl", config.notifyUrl),
    ...recipientProblems("destination", config.destinationType, config.destination),
    ...expiryProblems(config.expiry),
    ...waitProblems(config),
    ...fallbackProblems(config),
    ...registryProblems("message", config.message, facts),
    ...registryProblems("templateFallback", config.templateFallback, facts),
  ],
};

function registryProblems(field: string, message: Config["message"] | undefined, facts: FlowFacts): ConfigProblem[] {
  if (message?.type !== "template") return [];
  return templateWarnings(message, facts).map(({ field: part, ...warning }) => {
    return { severity: "warning", field: part === "" ? field : `${field}.${part}`, ...warning };
  });
}

function contentProblems(field: string, message: Config["message"]): ConfigProblem[] {
  return messageProblems(message).map((problem) => ({
    severity: "error",
    code: "bad-message",
    field: problem.field === "" ? field : `${field}.${problem.field}`,
    message: problem.message,
  }));
}

function expiryProblems(expiry: Config["expiry"]): ConfigProblem[] {
  const literal = expiry?.type === "utc" ? literalOf(parseTemplate(expiry.at))?.trim() : undefined;
  if (expiry?.type !== "utc" || literal === undefined) return [];
  const isWebex = expiry.format === "webex";
  if ((isWebex ? parseWebexTime(literal) : parseIsoTime(literal)) !== undefined) return [];
  const example = isWebex ? "2026-24-12 06:00:00 PM, year, day, month" : "2026-12-24T18:00:00Z";
  return [{ severity: "error", code: "bad-time", field: "expiry.at", message: `is no time in UTC such as ${example}` }];
}

function waitProblems({ waitFor, timeoutSeconds, message }: Config): ConfigProblem[] {
  if (waitFor !== "none" && !hasReceipts(message)) {
    const sentence = "must be None, because no receipt ever comes for a mark that a message was read";
    return [{ severity: "error", code: "useless-wait", field: "waitFor", message: sentence }];
  }
  if (waitFor !== "none" || timeoutSeconds === undefined) return [];
  const sentence = "has no effect, because Wait For is None; remove it or choose what to wait for";
  return [{ severity: "warning", code: "useless-timeout", field: "timeoutSeconds", message: sentence }];
}

function fallbackProblems({ message, templateFallback }: Config): ConfigProblem[] {
  const isUseless = message.type === "template" || message.type === "read-mark";
  if (templateFallback === undefined || !isUseless) return [];
  const sentence = "has no effect, because the message needs no open session window";
  return [{ severity: "warning", code: "useless-fallback", field: "templateFallback", message: sentence }];
}

function expiryTemplates(expiry: Config["expiry"]): { field: string; source: string }[] {
  if (expiry === undefined) return [];
  if (expiry.type === "utc") return [{ field: "expiry.at", source: expiry.at }];
  return secondsTemplate("expiry.seconds", expiry.seconds);
}

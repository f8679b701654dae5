import type { Json } from "@parley/messaging";
import { z } from "zod";
import { flowLimits } from "../limits.ts";
import { type MessageDefinition, numberOf } from "./definition.ts";
import { headerMediaConfigSchema, optionalText, placeConfigSchema } from "./parts.ts";

/** A value for a placeholder, with expressions (WhatsApp node page, Parameter Type). */
const parameterConfigSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), name: z.string().max(100).default(""), text: optionalText }),
  z.strictObject({
    type: z.literal("currency"),
    name: z.string().max(100).default(""),
    code: optionalText,
    /** The amount times 1000. */
    amount1000: optionalText,
    fallback: optionalText,
  }),
  z.strictObject({
    type: z.literal("date-time"),
    name: z.string().max(100).default(""),
    /** Seconds since 1970 (UTC). */
    timestamp: optionalText,
    fallback: optionalText,
  }),
]);

type ParameterConfig = z.infer<typeof parameterConfigSchema>;

const index = z.int().min(0).max(99);

/** A message made of a template, as drawn (WhatsApp node page, Template). The template itself stands in the app's registry. */
export const templateMessageConfigSchema = z.strictObject({
  type: z.literal("template"),
  name: optionalText,
  language: z.string().max(20).default("en"),
  header: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal("none") }),
      z.strictObject({ type: z.literal("text"), parameter: parameterConfigSchema }),
      z.strictObject({ type: z.literal("media"), media: headerMediaConfigSchema }),
      z.strictObject({ type: z.literal("location"), place: placeConfigSchema }),
    ])
    .default({ type: "none" }),
  /** In the order of the template's placeholders; of an authentication template the one-time password. */
  body: z.array(parameterConfigSchema).max(flowLimits.templateParameters).default([]),
  buttons: z
    .array(
      z.discriminatedUnion("type", [
        z.strictObject({ type: z.literal("quick-reply"), index, payload: optionalText }),
        z.strictObject({ type: z.literal("url"), index, suffix: optionalText }),
        z.strictObject({ type: z.literal("copy-code"), index, code: optionalText }),
        z.strictObject({ type: z.literal("otp"), index, code: optionalText }),
      ]),
    )
    .max(20)
    .default([]),
});

/** A message made of a template, as drawn. */
export type TemplateMessageConfig = z.infer<typeof templateMessageConfigSchema>;

export const template: MessageDefinition<TemplateMessageConfig> = {
  newConfig: { type: "template", name: "", language: "en", header: { type: "none" }, body: [], buttons: [] },
  toMessage: ({ header, body, buttons, ...rest }) => ({
    ...rest,
    header: headerOf(header),
    body: body.map(parameterOf),
    // A quick reply without a payload gives back its text.
    buttons: buttons.filter((button) => button.type !== "quick-reply" || button.payload !== ""),
  }),
};

function headerOf(header: TemplateMessageConfig["header"]): Json {
  if (header.type === "text") return { ...header, parameter: parameterOf(header.parameter) };
  if (header.type !== "location") return header;
  const { latitude, longitude } = header.place;
  return { ...header, place: { ...header.place, latitude: numberOf(latitude), longitude: numberOf(longitude) } };
}

function parameterOf(parameter: ParameterConfig): Json {
  if (parameter.type === "currency") return { ...parameter, amount1000: numberOf(parameter.amount1000) };
  return parameter.type === "text" ? parameter : { ...parameter, timestamp: numberOf(parameter.timestamp) };
}

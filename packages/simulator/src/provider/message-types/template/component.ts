import { z } from "zod";
import { simulatorLimits } from "../../../limits.ts";
import { fileSchema } from "../file.ts";
import { placeSchema } from "../location.ts";
import { wireNumber } from "../wire-text.ts";

const text = z.string("must be a string.").max(simulatorLimits.requestBytes);
const fallback = { fallback_value: text.min(1, "must be at least 1 character long.") };

/**
 * A value for a placeholder, a header or a button. Values of one type stand under its name. A currency's amount may come as `amount1000`, as some
 * clients write it; WhatsApp shows nothing but the fallback.
 */
const parameterSchema = z.object({
  type: z.enum(
    ["text", "currency", "date_time", "image", "video", "document", "location", "payload", "coupon_code", "action"],
    "must be one of {TEXT, CURRENCY, DATE_TIME, IMAGE, VIDEO, DOCUMENT, LOCATION, PAYLOAD, COUPON_CODE, ACTION}.",
  ),
  /** The placeholder's name, of templates with named ones. */
  parameter_name: text.optional(),
  text: text.optional(),
  currency: z
    .object({
      ...fallback,
      code: text.optional(),
      amount_1000: wireNumber.optional(),
      amount1000: wireNumber.optional(),
    })
    .optional(),
  date_time: z.object(fallback).optional(),
  image: fileSchema.optional(),
  video: fileSchema.optional(),
  document: fileSchema.extend({ filename: text.optional() }).optional(),
  location: placeSchema.optional(),
  payload: text.optional(),
  coupon_code: text.optional(),
});

/** A value for a placeholder, a header or a button. */
export type Parameter = z.infer<typeof parameterSchema>;

/** A part of a template message (Cloud API, Messages reference, Template object, components). The index of a button may be a string. */
export const componentSchema = z.object({
  type: z
    .string("must be a string.")
    .transform((type) => type.toLowerCase())
    .pipe(z.enum(["header", "body", "button"], "must be one of {HEADER, BODY, BUTTON}.")),
  sub_type: text.transform((type) => type.toLowerCase()).optional(),
  index: wireNumber.optional(),
  parameters: z.array(parameterSchema, "must be an array.").default([]),
});

/** A part of a template message. */
export type Component = z.infer<typeof componentSchema>;

/** Where a component stands, and what it brings; nothing where it is not there. */
export function componentOf(components: readonly Component[], type: "header" | "body") {
  const index = components.findIndex((component) => component.type === type);
  return { index, parameters: components[index]?.parameters ?? [] };
}

import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { placeSchema } from "./location.ts";
import { headerMediaSchema } from "./media.ts";
import { textFrom1To } from "./sized-text.ts";

const {
  couponLength,
  otpLength,
  quickReplyPayloadLength,
  templateButtons,
  templateParameterLength,
  templateParameters,
  urlLength,
} = messagingLimits;

/** Meta refuses such a text with 132007. */
const parameterText = textFrom1To(templateParameterLength, "is empty; WhatsApp refuses an empty parameter").refine(
  (text) => !/[\n\r\t]| {5}/.test(text),
  "holds a line break, a tab or more than four spaces in a row, which WhatsApp refuses in a parameter",
);

/** The name of the placeholder, for a template with named ones; empty for `{{1}}`, `{{2}}`. */
const name = z.string().max(100);

/** A value for a placeholder (WhatsApp node page, Parameter Type). WhatsApp shows the fallback of a currency or a date where it cannot localise it. */
export const templateParameterSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), name, text: parameterText }),
  z.strictObject({
    type: z.literal("currency"),
    name,
    /** ISO 4217, such as EUR. */
    code: z.string().regex(/^[A-Z]{3}$/, "must be a currency code of three capital letters, such as EUR"),
    /** The amount times 1000: 9.99 is 9990. */
    amount1000: z.int("must be a whole number: the amount times 1000"),
    fallback: parameterText,
  }),
  z.strictObject({
    type: z.literal("date-time"),
    name,
    /** Seconds since 1970 (UTC). */
    timestamp: z.int("must be a whole number of seconds since 1970").min(0).max(253_402_300_799),
    fallback: parameterText,
  }),
]);

/** A value for a placeholder of a template. */
export type TemplateParameter = z.infer<typeof templateParameterSchema>;

const index = z
  .int()
  .min(0)
  .max(templateButtons - 1);

/** What a button of a template needs. `index` counts all buttons of the template from 0. */
export const templateButtonValueSchema = z.discriminatedUnion("type", [
  /** Comes back as the payload of the postback. */
  z.strictObject({ type: z.literal("quick-reply"), index, payload: textFrom1To(quickReplyPayloadLength, "is empty") }),
  /** Goes in the place of the placeholder at the end of the link. */
  z.strictObject({ type: z.literal("url"), index, suffix: textFrom1To(urlLength, "is empty") }),
  z.strictObject({ type: z.literal("copy-code"), index, code: textFrom1To(couponLength, "is empty") }),
  /** The one-time password, which also is the body's only parameter. */
  z.strictObject({
    type: z.literal("otp"),
    index,
    code: textFrom1To(otpLength, "is empty; give the one-time password"),
  }),
]);

/** What a button of a template needs. */
export type TemplateButtonValue = z.infer<typeof templateButtonValueSchema>;

/** What the header of a template needs. */
const headerValueSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none") }),
  z.strictObject({ type: z.literal("text"), parameter: templateParameterSchema }),
  z.strictObject({ type: z.literal("media"), media: headerMediaSchema }),
  z.strictObject({ type: z.literal("location"), place: placeSchema }),
]);

/** A message made of a template (WhatsApp node page, Template; Cloud API, Template messages). */
export const templateMessageSchema = z.strictObject({
  type: z.literal("template"),
  name: textFrom1To(messagingLimits.templateNameLength, "is empty; choose a template"),
  /** As in the registry: `en`, `en_US`. */
  language: z.string().regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, "must be a language code such as en or en_US"),
  header: headerValueSchema,
  /** In the order of the placeholders. */
  body: z.array(templateParameterSchema).max(templateParameters),
  buttons: z
    .array(templateButtonValueSchema)
    .max(templateButtons)
    .refine(
      (buttons) => new Set(buttons.map((button) => button.index)).size === buttons.length,
      "has two values for the same button; each button takes one",
    ),
});

/** A message made of a template. */
export type TemplateMessage = z.infer<typeof templateMessageSchema>;

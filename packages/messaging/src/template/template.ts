import { z } from "zod";
import { messagingLimits } from "../limits.ts";

const { templateButtons, templateNameLength } = messagingLimits;

/** What Meta files a template under, and prices it by. */
export const templateCategories = ["marketing", "utility", "authentication"] as const;

/** Bounds that keep a template in memory; Meta's rules are `checkTemplate`'s, so that a draft may break them while it is written. */
const text = z.string().max(5_000);
const short = z.string().max(500);

const headerSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("none") }),
  /** At most one placeholder; `example` is its sample. */
  z.strictObject({ type: z.literal("text"), text, example: text.default("") }),
  /** `example` is the handle of an uploaded sample file. */
  z.strictObject({ type: z.enum(["image", "video", "document"]), example: text.default("") }),
  z.strictObject({ type: z.literal("location") }),
]);

const buttonSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("quick-reply"), text: short }),
  /** `url` may end in `{{1}}`; `example` is then a whole link. */
  z.strictObject({ type: z.literal("url"), text: short, url: text, example: text.default("") }),
  z.strictObject({ type: z.literal("phone-number"), text: short, phoneNumber: short }),
  /** Copies a coupon code. */
  z.strictObject({ type: z.literal("copy-code"), example: short }),
  /** The button of an authentication template. The package's name and hash are for one-tap and zero-tap. */
  z.strictObject({
    type: z.literal("otp"),
    otpType: z.enum(["copy-code", "one-tap", "zero-tap"]),
    text: short.default(""),
    autofillText: short.default(""),
    packageName: short.default(""),
    signatureHash: short.default(""),
  }),
]);

/** A message template: what Meta must approve before messages are made of it (Cloud API, Message templates). */
export const templateSchema = z.strictObject({
  name: z.string().max(templateNameLength),
  /** `en`, `en_US`. */
  language: z.string().max(20),
  category: z.enum(templateCategories),
  /** Whether placeholders are `{{1}}`, `{{2}}` or `{{first_name}}`. */
  parameterFormat: z.enum(["positional", "named"]).default("positional"),
  header: headerSchema.default({ type: "none" }),
  /** Of an authentication template WhatsApp writes the body itself, and this stays empty. */
  body: text,
  /** A sample for each placeholder of the body, in their order. */
  bodyExamples: z.array(text).max(messagingLimits.templateParameters).default([]),
  footer: text.default(""),
  buttons: z
    .array(buttonSchema)
    .max(templateButtons * 2)
    .default([]),
  /** Of an authentication template: whether WhatsApp adds that the code is not to be shared. */
  hasSecurityAdvice: z.boolean().default(false),
  /** Of an authentication template: minutes until the code expires, 1 to 90; absent says nothing of it. */
  codeExpiresAfterMinutes: z.int().optional(),
});

/** A message template. */
export type Template = z.infer<typeof templateSchema>;
export type TemplateHeader = Template["header"];
export type TemplateButton = Template["buttons"][number];

/** How far a template has come: ours while it is a draft, the provider's word afterwards. */
export const templateStatuses = ["draft", "pending", "approved", "rejected", "paused", "disabled", "deleted"] as const;

/** How far a template has come. */
export type TemplateStatus = (typeof templateStatuses)[number];

/** A template as an app's registry keeps it. Name and language together name it. */
export type RegisteredTemplate = {
  readonly appId: string;
  readonly template: Template;
  /** Changes of a template that the provider knows, not submitted yet: what is sent is `template` all the while. */
  readonly draft?: Template | undefined;
  readonly status: TemplateStatus;
  /** Why it was rejected, paused or disabled, in the provider's words; empty where it gave none. */
  readonly reason: string;
  /** The provider's id, once it was submitted. */
  readonly providerId?: string | undefined;
  readonly updatedAt: number;
};

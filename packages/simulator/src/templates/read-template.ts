import { type JsonObject, type Template, templateCategories, templateSchema } from "@parley/messaging";
import { z } from "zod";
import { type Reading, readWith } from "../provider/reading.ts";

const text = z.string("must be a string.").max(5_000, "must be at most 5000 characters long.");
const short = z.string("must be a string.").max(500, "must be at most 500 characters long.");

/** A name of the wire in capitals, whatever case it is written in, as ours. */
function oneOf<Name extends string>(names: readonly Name[]) {
  const wanted = names.map((name) => name.toUpperCase().replaceAll("-", "_"));
  return z
    .string("must be a string.")
    .transform((value) => value.toLowerCase().replaceAll("_", "-"))
    .pipe(z.enum(names as readonly [Name, ...Name[]], `must be one of {${wanted.join(", ")}}.`));
}

const namedExamples = z.array(z.object({ param_name: short, example: text }));

const headerSchema = z.object({
  type: z.literal("header"),
  format: oneOf(["text", "image", "video", "document", "location"]),
  text: text.optional(),
  example: z
    .object({
      header_text: z.union([z.array(text), text]).optional(),
      header_text_named_params: namedExamples.optional(),
      header_handle: z.array(text).optional(),
    })
    .optional(),
});

const bodySchema = z.object({
  type: z.literal("body"),
  text: text.optional(),
  add_security_recommendation: z.boolean("must be a boolean.").optional(),
  example: z
    .object({
      body_text: z.array(z.union([z.array(text), text])).optional(),
      body_text_named_params: namedExamples.optional(),
    })
    .optional(),
});

const footerSchema = z.object({
  type: z.literal("footer"),
  text: text.optional(),
  code_expiration_minutes: z.number("must be a number.").int("must be a whole number.").optional(),
});

const exampleSchema = z.union([z.array(text), text]).transform((example) => [example].flat()[0] ?? "");

const buttonSchema = z.object({
  type: oneOf(["quick-reply", "url", "phone-number", "copy-code", "otp"]),
  text: short.optional(),
  url: text.optional(),
  phone_number: short.optional(),
  example: exampleSchema.optional(),
  otp_type: oneOf(["copy-code", "one-tap", "zero-tap"]).optional(),
  autofill_text: short.optional(),
  package_name: short.optional(),
  signature_hash: short.optional(),
  supported_apps: z.array(z.object({ package_name: short, signature_hash: short })).optional(),
});

const buttonsSchema = z.object({ type: z.literal("buttons"), buttons: z.array(buttonSchema).max(20) });

const componentSchema = z.preprocess(
  (component) => (isObject(component) ? { ...component, type: String(component["type"]).toLowerCase() } : component),
  z.discriminatedUnion("type", [headerSchema, bodySchema, footerSchema, buttonsSchema], {
    error: "must be one of {HEADER, BODY, FOOTER, BUTTONS}.",
  }),
);

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

const componentsSchema = z.array(componentSchema, "must be an array.").min(1, "must have at least 1 element.").max(10);

const templateFormSchema = z.object({
  name: z.string("must be a string.").regex(/^[a-z0-9_]{1,512}$/, "must be small letters, digits and underscores."),
  language: z
    .string("must be a string.")
    .regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, "must be a language code such as en_US."),
  category: oneOf(templateCategories),
  parameter_format: oneOf(["positional", "named"]).default("positional"),
  components: componentsSchema,
});

/** What an edit may change (Cloud API, Message templates, Edit). */
const changeFormSchema = z.object({ category: oneOf(templateCategories).optional(), components: componentsSchema });

type Component = z.infer<typeof componentSchema>;

/** Reads a template that is handed in (Cloud API, Message templates, Create). Whether it breaks Meta's rules is the review's to say. */
export function readTemplate(body: JsonObject): Reading<Template> {
  const reading = readWith(templateFormSchema, body);
  if (!reading.isValid) return reading;
  const { name, language, category, parameter_format: parameterFormat, components } = reading.value;
  return readWith(templateSchema, { name, language, category, parameterFormat, ...partsOf(components) });
}

/** Reads the edit of a template: it replaces all components. */
export function readTemplateChange(template: Template, body: JsonObject): Reading<Template> {
  const reading = readWith(changeFormSchema, body);
  if (!reading.isValid) return reading;
  const { category = template.category, components } = reading.value;
  const { name, language, parameterFormat } = template;
  return readWith(templateSchema, { name, language, parameterFormat, category, ...partsOf(components) });
}

function partsOf(components: readonly Component[]): JsonObject {
  return Object.assign({ body: "" }, ...components.map(partOf)) as JsonObject;
}

function partOf(component: Component): JsonObject {
  switch (component.type) {
    case "header":
      return { header: headerOf(component) };
    case "body": {
      const { text: body = "", example, add_security_recommendation: hasSecurityAdvice = false } = component;
      const named = example?.body_text_named_params?.map((sample) => sample.example);
      return { body, bodyExamples: named ?? example?.body_text?.flat() ?? [], hasSecurityAdvice };
    }
    case "footer": {
      const { text: footer = "", code_expiration_minutes: minutes } = component;
      return { footer, ...(minutes !== undefined && { codeExpiresAfterMinutes: minutes }) };
    }
    case "buttons":
      return { buttons: component.buttons.map(buttonOf) };
  }
}

function headerOf({ format, text: words = "", example }: Extract<Component, { type: "header" }>): JsonObject {
  if (format === "location") return { type: "location" };
  if (format !== "text") return { type: format, example: example?.header_handle?.[0] ?? "" };
  const sample = example?.header_text_named_params?.[0]?.example ?? [example?.header_text ?? []].flat()[0];
  return { type: "text", text: words, example: sample ?? "" };
}

function buttonOf(button: z.infer<typeof buttonSchema>): JsonObject {
  const { type, text: words = "", url = "", phone_number: phoneNumber = "", example = "" } = button;
  switch (type) {
    case "quick-reply":
      return { type, text: words };
    case "url":
      return { type, text: words, url, example };
    case "phone-number":
      return { type, text: words, phoneNumber };
    case "copy-code":
      return { type, example };
    case "otp": {
      const [app] = button.supported_apps ?? [];
      return {
        ...{ type, text: words, otpType: button.otp_type ?? "copy-code", autofillText: button.autofill_text ?? "" },
        packageName: app?.package_name ?? button.package_name ?? "",
        signatureHash: app?.signature_hash ?? button.signature_hash ?? "",
      };
    }
  }
}

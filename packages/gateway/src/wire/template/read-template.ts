import { type Json, placeholdersIn, type Template, templateSchema } from "@parley/messaging";
import { z } from "zod";
import type { ProviderTemplate } from "../../account.ts";
import { lenient, providerTextSchema, wireIdSchema } from "../wire.ts";
import { buttonsSchema } from "./read-buttons.ts";
import { reasonOfStatus, templateStatusOf } from "./status.ts";

/** A word that clients of the wire write in capitals or not. */
const word = z.string().transform((text) => text.toUpperCase());
const text = z.string();
const named = lenient(z.array(z.object({ param_name: text, example: text })));

const exampleSchema = lenient(
  z.object({
    body_text: lenient(z.union([z.array(z.array(text)), z.array(text).transform((samples) => [samples])])),
    body_text_named_params: named,
    header_text: lenient(z.array(text)),
    header_text_named_params: named,
    header_handle: lenient(z.array(text)),
  }),
);

const componentSchema = z.object({
  type: word,
  format: lenient(word),
  text: lenient(text),
  example: exampleSchema,
  buttons: lenient(z.array(z.unknown())),
  add_security_recommendation: lenient(z.boolean()),
  code_expiration_minutes: lenient(z.int()),
});
type Component = z.infer<typeof componentSchema>;

const listedSchema = z.object({
  id: wireIdSchema,
  name: text,
  language: text,
  category: word,
  status: word,
  parameter_format: lenient(word),
  rejected_reason: lenient(providerTextSchema),
  components: z.array(componentSchema),
});
type Listed = z.infer<typeof listedSchema>;

/**
 * Reads a template as the provider lists it (Cloud API, Message templates). Gives undefined for one that a `Template` cannot say: one with a carousel, a
 * form, a catalogue or another component that is not known, or in a status or category that is not.
 */
export function readTemplate(listed: Json): ProviderTemplate | undefined {
  const parsed = listedSchema.safeParse(listed);
  if (!parsed.success) return undefined;
  const { id, status: wireStatus, rejected_reason: reason = "" } = parsed.data;
  const status = templateStatusOf(wireStatus);
  const template = templateOf(parsed.data);
  if (status === undefined || template === undefined) return undefined;
  return {
    providerId: id,
    template,
    status,
    reason: reason === "NONE" || reason === "" ? reasonOfStatus(wireStatus) : reason,
  };
}

function templateOf({ name, language, category, parameter_format, components }: Listed): Template | undefined {
  const known = new Map(components.map((component) => [component.type, component]));
  if (known.size < components.length || components.some(({ type }) => !componentTypes.has(type))) return undefined;
  const body = known.get("BODY");
  const parameterFormat = parameter_format === "NAMED" ? "named" : "positional";
  const common = { name, language, category: category.toLowerCase(), parameterFormat };
  const buttons = buttonsSchema.safeParse(known.get("BUTTONS")?.buttons ?? []).data;
  const header = headerOf(known.get("HEADER"));
  if (body === undefined || buttons === undefined || header === undefined) return undefined;
  const text =
    category === "AUTHENTICATION"
      ? {
          body: "",
          hasSecurityAdvice: body.add_security_recommendation ?? false,
          codeExpiresAfterMinutes: known.get("FOOTER")?.code_expiration_minutes,
        }
      : { header, body: body.text, bodyExamples: bodyExamplesOf(body), footer: known.get("FOOTER")?.text ?? "" };
  return templateSchema.safeParse({ ...common, ...text, buttons }).data;
}

const componentTypes: ReadonlySet<string> = new Set(["HEADER", "BODY", "FOOTER", "BUTTONS"]);

function headerOf(header: Component | undefined): Template["header"] | undefined {
  if (header === undefined) return { type: "none" };
  const { format, text: line = "", example } = header;
  const [handle = ""] = example?.header_handle ?? [];
  switch (format) {
    case "TEXT":
      return {
        type: "text",
        text: line,
        example: example?.header_text_named_params?.[0]?.example ?? example?.header_text?.[0] ?? "",
      };
    case "IMAGE":
      return { type: "image", example: handle };
    case "VIDEO":
      return { type: "video", example: handle };
    case "DOCUMENT":
      return { type: "document", example: handle };
    case "LOCATION":
      return { type: "location" };
    default:
      return undefined;
  }
}

/** A sample for each placeholder, in their order; an empty one where the provider tells none. */
function bodyExamplesOf({ text: body = "", example }: Component): string[] {
  const byName = new Map(example?.body_text_named_params?.map((sample) => [sample.param_name, sample.example]));
  const [samples = []] = example?.body_text ?? [];
  return placeholdersIn(body).map((name, index) => byName.get(name) ?? samples[index] ?? "");
}

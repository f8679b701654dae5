import { z } from "zod";
import { templateSchema } from "../fields.ts";
import { green, onError } from "../outcome.ts";
import { dataFieldsSchema } from "./data-field.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";

const configSchema = z.strictObject({
  /** Usually one expression, such as `$(http.responseBody)`. */
  source: templateSchema.min(1, "is empty; name what is parsed, such as $(http.responseBody)"),
  format: z.enum(["json", "xml"]).default("json"),
  /** Put out as `$(data.name)`. */
  fields: dataFieldsSchema.min(1, "is empty; pick at least one field"),
  /** Text to pick fields from, for the designer alone. */
  sample: z.string().max(100_000).default(""),
});

/** Data parser: picks fields from JSON or XML (Data Parser node page). */
export const dataParserSchema = nodeSchema("data-parser", configSchema);

export type DataParserNode = z.infer<typeof dataParserSchema>;

export const dataParser: NodeDefinition<DataParserNode["config"]> = {
  newConfig: { source: "", format: "json", fields: [{ name: "field", path: "field" }], sample: "" },
  outcomes: () => [green("onSuccess"), onError],
  outputs: ({ fields }) => fields.flatMap(({ name }) => [`data.${name}`, `data.${name}.*`]),
  templates: ({ source }) => [{ field: "source", source }],
};

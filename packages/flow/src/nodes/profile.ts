import { z } from "zod";
import { templateSchema } from "../fields.ts";
import { green, onError } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";
import { fieldNameSchema } from "./field-name.ts";
import { recipientTypeSchema } from "./recipient-type.ts";

/** `$(profile.exists)` says whether there is one. */
const profileFieldSchema = fieldNameSchema.refine(
  (name) => name !== "exists",
  "is put out of every profile; choose another",
);

const configSchema = z.strictObject({
  action: z.enum(["fetch", "set", "delete"]).default("fetch"),
  /** How `contact` names the person. */
  contactType: recipientTypeSchema.default("waId"),
  /** Whose profile; empty means the contact of the conversation. An expression that gives nothing names nobody. */
  contact: templateSchema.default(""),
  /** What to set, for `set`. `name` and `customerId` are the contact's own; an empty value takes a field away. */
  fields: z
    .array(z.strictObject({ name: profileFieldSchema, value: templateSchema }))
    .max(50)
    .refine((fields) => isDistinct(fields.map(({ name }) => name)), "has two fields of one name")
    .default([]),
  /** Which fields are put out as `$(profile.name)`, for `fetch`. */
  reads: z.array(profileFieldSchema).max(50).refine(isDistinct, "names a field twice").default([]),
});

/** Profile: reads or changes what is known of a contact (Profile node page). */
export const profileSchema = nodeSchema("profile", configSchema);

export type ProfileNode = z.infer<typeof profileSchema>;

export const profile: NodeDefinition<ProfileNode["config"]> = {
  newConfig: { action: "fetch", contactType: "waId", contact: "", fields: [], reads: [] },
  outcomes: () => [green("onSuccess"), onError],
  outputs: ({ action, reads }) =>
    action === "fetch"
      ? [...new Set(["exists", "name", "customerId", ...reads])].map((name) => `profile.${name}`)
      : ["profile.exists"],
  templates: ({ contact, fields }) => [
    { field: "contact", source: contact },
    ...fields.map(({ value }, index) => ({ field: `fields[${index}].value`, source: value })),
  ],
  problems: ({ action, fields }) =>
    action !== "set" || fields.length > 0
      ? []
      : [{ severity: "error", code: "no-fields", field: "fields", message: "is empty; add a field to set" }],
};

function isDistinct(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}

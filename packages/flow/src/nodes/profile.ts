import { z } from "zod";
import { templateSchema } from "../fields.ts";
import { green, onError } from "../outcome.ts";
import { type NodeDefinition, nodeSchema } from "./definition.ts";
import { recipientTypeSchema } from "./recipient-type.ts";

const fieldName = z
  .string()
  .regex(/^[A-Za-z_]\w{0,99}$/, "must be letters, digits and _, and begin with a letter or _");

const configSchema = z.strictObject({
  action: z.enum(["fetch", "set", "delete"]).default("fetch"),
  /** Whose profile; empty means the contact of the conversation. */
  contactType: recipientTypeSchema.default("waId"),
  contact: templateSchema.default(""),
  /** What to set, for `set`. `name` and `customerId` are the contact's own; an empty value takes a field away. */
  fields: z
    .array(z.strictObject({ name: fieldName, value: templateSchema }))
    .max(50)
    .default([]),
  /** Which fields are put out as `$(profile.name)`, for `fetch`. */
  reads: z.array(fieldName).max(50).default([]),
});

/** Profile: reads or changes what is known of a contact (Profile node page). */
export const profileSchema = nodeSchema("profile", configSchema);

export type ProfileNode = z.infer<typeof profileSchema>;

export const profile: NodeDefinition<ProfileNode["config"]> = {
  newConfig: { action: "fetch", contactType: "waId", contact: "", fields: [], reads: [] },
  outcomes: () => [green("onSuccess"), onError],
  outputs: ({ action, reads }) =>
    action === "fetch"
      ? ["profile.exists", "profile.name", "profile.customerId", ...reads.map((name) => `profile.${name}`)]
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

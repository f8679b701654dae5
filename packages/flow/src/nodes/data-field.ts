import { z } from "zod";
import { parsePath } from "../expression.ts";

/** A field picked from data: the name under which it is put out, and where it stands. */
const dataFieldSchema = z.strictObject({
  name: z.string().regex(/^[A-Za-z_]\w{0,99}$/, "must be letters, digits and _, and begin with a letter or _"),
  /** Names and indexes: `order.items[0].sku`; `$.` may stand before. */
  path: z
    .string()
    .max(500)
    .refine((path) => parsePath(pathOf(path)) !== undefined, "must be names and indexes such as order.items[0].sku"),
});

/** Fields picked from data, each under a name of its own. */
export const dataFieldsSchema = z
  .array(dataFieldSchema)
  .max(100)
  .refine((fields) => new Set(fields.map(({ name }) => name)).size === fields.length, "has two fields of one name");

/** A path as expressions write it: without the `$.` that JSONPath begins with, and attributes of XML as names. */
export function pathOf(path: string): string {
  return path
    .trim()
    .replace(/^\$\.?/, "")
    .replaceAll("@", "_at_")
    .replaceAll("#", "_hash_");
}

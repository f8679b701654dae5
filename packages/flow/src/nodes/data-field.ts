import { z } from "zod";
import { parseDataPath, writeDataPath } from "../data-path.ts";
import { fieldNameSchema } from "./field-name.ts";

/** A field picked from data: the name under which it is put out, and where it stands. */
const dataFieldSchema = z.strictObject({
  name: fieldNameSchema,
  /** Names and indexes: `order.items[0].sku`; `$.` may stand before. In XML `@id` is an attribute, and `#text` an element's own text. */
  path: z
    .string()
    .max(500)
    .refine(
      (path) => parseDataPath(path) !== undefined,
      'must be names and indexes such as order.items[0].sku, with a name that holds points as ["first.name"]',
    ),
});

/** Fields picked from data, each under a name of its own. */
export const dataFieldsSchema = z
  .array(dataFieldSchema)
  .max(100)
  .refine((fields) => new Set(fields.map(({ name }) => name)).size === fields.length, "has two fields of one name");

/** A path as tasks carry it: one way of writing for each place. */
export function pathOf(path: string): string {
  const steps = parseDataPath(path);
  return steps === undefined ? path : writeDataPath(steps);
}

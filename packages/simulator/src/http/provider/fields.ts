import type { JsonObject } from "@parley/messaging";
import { z } from "zod";

const querySchema = z.object({ fields: z.string().optional() });

/** An object with the fields that a query asks for, such as `fields=name,status`, or with the usual ones; the id always comes (Graph API, fields). */
export function fieldsOf(object: JsonObject, query: unknown, usual: readonly string[]): JsonObject {
  const asked = querySchema.safeParse(query).data?.fields;
  // A field may have a modifier, such as `throughput{level}`, whose insides come whole here.
  const names =
    asked === undefined
      ? usual
      : asked
          .replace(/\{[^}]*\}/g, "")
          .split(",")
          .map((name) => name.trim());
  const wanted = new Set(["id", "messaging_product", ...names]);
  return Object.fromEntries(Object.entries(object).filter(([name]) => wanted.has(name)));
}

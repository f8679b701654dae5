import { z } from "zod";
import { type TemplateField, templateSchema } from "../fields.ts";
import { flowLimits } from "../limits.ts";

/** The operators that compare with one value. */
export const valueOperators = [
  "equals",
  "not-equals",
  "less-than",
  "greater-than",
  "less-than-or-equals",
  "greater-than-or-equals",
  "regular-expression",
  "equals-ignore-case",
  "contains",
  "contains-ignore-case",
  "starts-with",
  "ends-with",
] as const;

/** The operators that compare with a list. */
export const listOperators = ["in", "not-in"] as const;

const common = {
  /** Usually one expression, such as `$(receive.message)`. */
  variable: templateSchema.min(1, "is empty; name a variable, such as $(receive.message)"),
  /** How this row joins the next one. AND binds tighter than OR. */
  join: z.enum(["and", "or"]).default("and"),
};

/** One comparison (Branch node page, Conditions: fifteen operators). */
export const conditionSchema = z.discriminatedUnion("operator", [
  z.strictObject({ ...common, operator: z.enum(valueOperators), value: templateSchema }),
  z.strictObject({
    ...common,
    operator: z.enum(listOperators),
    values: z
      .array(templateSchema)
      .min(1, "is empty; add at least one value to compare with")
      .max(flowLimits.listValues),
  }),
  /** Both ends belong to the range. */
  z.strictObject({ ...common, operator: z.literal("between"), from: templateSchema, to: templateSchema }),
]);

/** One comparison. */
export type Condition = z.infer<typeof conditionSchema>;

/** Rows read as `a AND b OR c`; no rows hold. */
export const conditionsSchema = z.array(conditionSchema).max(flowLimits.conditionRows);

/** The template fields of rows that stand in `field`. */
export function conditionTemplates(field: string, rows: readonly Condition[]): TemplateField[] {
  return rows.flatMap((row, index) => {
    const at = `${field}[${index}]`;
    const variable = { field: `${at}.variable`, source: row.variable };
    switch (row.operator) {
      case "in":
      case "not-in":
        return [variable, ...row.values.map((source, item) => ({ field: `${at}.values[${item}]`, source }))];
      case "between":
        return [variable, { field: `${at}.from`, source: row.from }, { field: `${at}.to`, source: row.to }];
      default:
        return [variable, { field: `${at}.value`, source: row.value }];
    }
  });
}

/** The fields of rows in `field` that hold regular expressions. */
export function conditionPatterns(field: string, rows: readonly Condition[]): TemplateField[] {
  return rows.flatMap((row, index) =>
    row.operator === "regular-expression" ? [{ field: `${field}[${index}].value`, source: row.value }] : [],
  );
}

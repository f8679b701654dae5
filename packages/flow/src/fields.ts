import { z } from "zod";
import { flowLimits } from "./limits.ts";

/** A text that may hold expressions. */
export const templateSchema = z.string().max(flowLimits.templateLength);

/** A number of seconds, or an expression that gives one when the node is entered. */
export const secondsSchema = z.union([
  z.number().positive("must be more than 0 seconds").max(flowLimits.waitSeconds),
  z.string().max(200).regex(/\$\(/, "must be a number of seconds or an expression, such as 30 or $(waitSeconds)"),
]);

/** A number of seconds, or an expression that gives one. */
export type Seconds = z.infer<typeof secondsSchema>;

/** The id of a node: `n2` for Start, then `n3` and on. */
export const nodeIdSchema = z.string().regex(/^n[1-9]\d{0,5}$/, "must be n and a number, such as n3");

/** Whether a name stands for a node, so that a path beginning with it reads that node's outputs. */
export function isNodeName(name: string): boolean {
  return /^n\d+$/.test(name);
}

/** A text that may hold expressions, and the field it stands in. */
export type TemplateField = { readonly field: string; readonly source: string };

/** A seconds field as a template field, if it holds an expression. */
export function secondsTemplate(field: string, seconds: Seconds | undefined): TemplateField[] {
  return typeof seconds === "string" ? [{ field, source: seconds }] : [];
}

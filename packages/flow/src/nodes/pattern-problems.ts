import type { Condition } from "../conditions/condition.ts";
import { compilePattern } from "../conditions/pattern.ts";
import { literalOf, parseTemplate } from "../expression.ts";
import type { ConfigProblem } from "./definition.ts";

/** The rows whose pattern, written out in full, is no regular expression. */
export function patternProblems(field: string, rows: readonly Condition[]): ConfigProblem[] {
  return rows.flatMap((row, index) => {
    if (row.operator !== "regular-expression") return [];
    const literal = literalOf(parseTemplate(row.value));
    const pattern = literal === undefined ? undefined : compilePattern(literal);
    if (pattern === undefined || pattern.ok) return [];
    return [{ severity: "error", code: "bad-pattern", field: `${field}[${index}].value`, message: pattern.message }];
  });
}

import { compilePattern } from "../conditions/pattern.ts";
import { literalOf, parseTemplate } from "../expression.ts";
import type { FlowIssue } from "../issue.ts";
import { type FlowNode, patternsOf } from "../nodes/index.ts";

/**
 * The patterns that, written out in full, are no regular expressions. It stands among the checks and not in the node types, so that whoever draws a
 * flow and does not check it needs no matcher.
 */
export function checkPatterns(node: FlowNode): FlowIssue[] {
  return patternsOf(node).flatMap(({ field, source }): FlowIssue[] => {
    const literal = literalOf(parseTemplate(source));
    const pattern = literal === undefined ? undefined : compilePattern(literal);
    if (pattern === undefined || pattern.ok) return [];
    const message = `${field} ${pattern.message}.`;
    return [{ severity: "error", code: "bad-pattern", nodeId: node.id, field, message }];
  });
}

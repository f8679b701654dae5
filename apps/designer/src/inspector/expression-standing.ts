import { parseTemplate } from "@parley/flow";
import type { ScopeVariable } from "../document/scope.ts";

/** What can be said of an expression at a node: where its value comes from, or that it has none there. */
export type Standing =
  | { readonly type: "known"; readonly variable: ScopeVariable }
  | { readonly type: "unknown" }
  /** It looks like an expression and is none, so it is sent as it stands. */
  | { readonly type: "literal" };

/** The expressions of a text with their places, the escape `$$(` left out. */
export function expressionsIn(source: string): readonly { readonly text: string; readonly from: number }[] {
  return [...source.matchAll(/\$\$\(|\$\([^()]*\)/g)]
    .filter(([text]) => text !== "$$(")
    .map((match) => ({ text: match[0], from: match.index }));
}

/** The path that an expression reads, as `n4.receive.message`; undefined when it is none. */
export function pathOf(expression: string): string | undefined {
  const [part, ...others] = parseTemplate(expression);
  return part === undefined || typeof part === "string" || others.length > 0 ? undefined : part.path.join(".");
}

/** Looks up expressions among the variables of a place. What lies below a value is known only when a conversation runs, so it counts as known. */
export function standingsOf(variables: readonly ScopeVariable[]): (expression: string) => Standing {
  const byPath = new Map(variables.map((variable) => [variable.expression.slice(2, -1), variable]));
  return (expression) => {
    const path = pathOf(expression);
    if (path === undefined) return { type: "literal" };
    for (let above = path; above !== ""; above = above.replace(/\.?[^.]*$/, "")) {
      const variable = byPath.get(above);
      if (variable !== undefined) return { type: "known", variable };
    }
    return { type: "unknown" };
  };
}

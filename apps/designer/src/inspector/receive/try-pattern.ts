import { compilePattern, parseTemplate } from "@parley/flow";

/** What came of trying: it cannot be tried while it is no pattern, or an expression in it has no value yet. */
export type Verdict = "matches" | "differs" | "no-pattern" | "open";

/** Whether a text matches a pattern, as a Receive would find. */
export function tryPattern(pattern: string, text: string): Verdict {
  const [literal = "", ...more] = parseTemplate(pattern);
  if (more.length > 0 || typeof literal !== "string") return "open";
  const compiled = compilePattern(literal);
  if (!compiled.ok) return "no-pattern";
  return compiled.matches(text) ? "matches" : "differs";
}

import { RE2JS, RE2JSException } from "re2js";
import { flowLimits } from "../limits.ts";

/** A compiled regular expression, or the sentence that says why it is none. */
export type Pattern =
  | { readonly ok: true; readonly matches: (text: string) => boolean }
  | { readonly ok: false; readonly message: string };

/**
 * Compiles a regular expression of RE2's syntax: case matters unless it begins with `(?i)`, it may match anywhere unless anchored by `^` and
 * `$`, and matching takes time linear in the text whatever the pattern (Branch node page, Regular expression). Back-references and look-around,
 * which need more, are refused.
 */
export function compilePattern(source: string): Pattern {
  if (source.length > flowLimits.patternLength) {
    return {
      ok: false,
      message: `is ${source.length} characters long; at most ${flowLimits.patternLength} are allowed`,
    };
  }
  try {
    const compiled = RE2JS.compile(source);
    const states = compiled.programSize();
    if (states > flowLimits.patternStates) {
      return {
        ok: false,
        message: `needs ${states} states; at most ${flowLimits.patternStates} are allowed, so repeat less`,
      };
    }
    return { ok: true, matches: (text) => compiled.matcher(text).find() };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { ok: false, message: `is not a regular expression: ${error.message}` };
  }
}

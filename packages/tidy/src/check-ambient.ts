import { scan } from "./scan.ts";

/** Ways to ask the world that the language itself or a local declaration would let through, in tokens, and what stands in their place. */
const forbidden = [
  { tokens: ["Date", ".", "now"], instead: "time arrives in the event or by a Clock" },
  { tokens: ["Date", "(", ")"], instead: "time arrives in the event or by a Clock" },
  { tokens: ["Temporal", ".", "Now"], instead: "time arrives in the event or by a Clock" },
  { tokens: ["Math", ".", "random"], instead: "randomness arrives in the event or is derived" },
  { tokens: ["setTimeout"], instead: "waiting takes a Clock" },
  { tokens: ["setInterval"], instead: "waiting takes a Clock" },
  { tokens: ["globalThis"], instead: "what every runtime has is declared in ambient.d.ts" },
] as const;

/**
 * Finds where a source file of an entry that may not ask the world asks for the time or for chance; strings and comments may name them.
 * That a given moment is written with `Date` is the linter's business: there it needs a reason, here it never hides a look at the clock.
 */
export function checkAmbient(path: string, source: string): string[] {
  const tokens = scan(source);
  return tokens.flatMap(({ type, line }, index) => {
    const found = forbidden.find((way) => way.tokens.every((text, offset) => tokens[index + offset]?.text === text));
    if (type !== "word" || found === undefined) return [];
    return [`${path}:${line} uses ${found.tokens.join("")}; ${found.instead}`];
  });
}

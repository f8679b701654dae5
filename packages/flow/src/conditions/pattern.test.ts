import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flowLimits } from "../limits.ts";
import { compilePattern } from "./pattern.ts";

function matches(source: string, text: string): boolean {
  const pattern = compilePattern(source);
  if (!pattern.ok) throw new Error(pattern.message);
  return pattern.matches(text);
}

describe("a regular expression", () => {
  test.each<[string, string, boolean]>([
    ["track", "please track it", true],
    ["track", "Track", false],
    ["(?i)track", "TRACK", true],
    ["(?i)größe", "GRÖSSE", false],
    ["(?i)größe", "GRÖßE", true],
    ["^track$", "track", true],
    ["^track$", "track it", false],
    ["^$", "", true],
    ["", "anything", true],
    ["^\\d{5}$", "12345", true],
    ["^\\d{5}$", "123456", false],
    ["^(1|track)$", "1", true],
    ["^.$", "😀", true],
    ["^\\p{L}+$", "größe", true],
    ["a.b", "a\nb", false],
    ["(?s)a.b", "a\nb", true],
    ["(?m)^b$", "a\nb", true],
  ])("%s on %j says %s", (source, text, isMatch) => {
    expect(matches(source, text)).toBe(isMatch);
  });

  test("that would need for ever elsewhere is done at once", () => {
    expect(matches("(a+)+$", `${"a".repeat(20_000)}!`)).toBe(false);
    expect(matches("^(a|a)*$", `${"a".repeat(20_000)}!`)).toBe(false);
    expect(matches("^(.*)*x$", "a".repeat(20_000))).toBe(false);
  });

  test("may be asked again and again", () => {
    const pattern = compilePattern("a");
    expect(pattern.ok && [pattern.matches("a"), pattern.matches("b"), pattern.matches("a")]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe("what is no regular expression", () => {
  test.each(["(", "[a", "a**", "(?=a)", "(a)\\1", "*", "\\", "a{1001}", "(?<=a)b"])("is refused: %s", (source) => {
    expect(compilePattern(source)).toEqual({
      ok: false,
      message: expect.stringMatching(/^is not a regular expression: .+/),
    });
  });

  test("is a pattern that is too long, or that needs too many states", () => {
    expect(compilePattern("a".repeat(flowLimits.patternLength + 1))).toEqual({
      ok: false,
      message: "is 1001 characters long; at most 1000 are allowed",
    });
    expect(compilePattern("x{1000}".repeat(3))).toEqual({
      ok: false,
      message: expect.stringMatching(/^needs \d+ states; at most 2000 are allowed, so repeat less$/),
    });
    expect(compilePattern("x{1000}").ok).toBe(true);
  });
});

test("any text is either a pattern or refused with a sentence, and never an error", () => {
  const unit = fc.constantFrom(..."ab()[]{}*+?|\\^$.,-0189:=<>!iPpé".split(""));
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), fc.string(), (source, text) => {
      const pattern = compilePattern(source);
      expect(pattern.ok ? typeof pattern.matches(text) : typeof pattern.message).toBe(
        pattern.ok ? "boolean" : "string",
      );
    }),
    { numRuns: 500 },
  );
});

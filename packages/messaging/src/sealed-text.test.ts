import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsSealed, mapStrings, maskSealed, openSealed, sealedText } from "./sealed-text.ts";

const code = sealedText("abc-1_2.x", 6);
const open = (sealed: string): string | undefined => (sealed === "abc-1_2.x" ? "123456" : undefined);

describe("a sealed secret in a text", () => {
  test("is found, masked by as many bullets as it has characters, and opened", () => {
    const text = `Your code is ${code}, I say ${code}.`;
    expect(holdsSealed(text)).toBe(true);
    expect(maskSealed(text)).toBe("Your code is ••••••, I say ••••••.");
    expect(openSealed(text, open)).toBe("Your code is 123456, I say 123456.");
  });

  test("that does not open stays as it is", () => {
    const other = sealedText("other", 3);
    expect(openSealed(`${other} ${code}`, open)).toBe(`${other} 123456`);
  });

  test("is not opened again within what it opened to", () => {
    expect(openSealed(code, () => code)).toBe(code);
  });

  test("cannot be made of characters that somebody types", () => {
    for (const typed of ["\u{E0F1}", "\u{E0F1}6.abc", "\u{E0F1}x.abc\u{E0F2}", "6.abc\u{E0F2}"]) {
      expect(maskSealed(typed)).toBe(typed);
      expect(openSealed(typed, () => "opened")).toBe(typed);
    }
  });
});

test("a text without secrets stays as it is", () => {
  const property = fc.property(fc.string({ unit: "binary" }), (text) => {
    fc.pre(!holdsSealed(text));
    expect(maskSealed(text)).toBe(text);
    expect(openSealed(text, () => "opened")).toBe(text);
  });
  fc.assert(property);
});

test("a value is changed in all its texts, and not in its names", () => {
  const value = { [code]: [code, 1, null, true, { deep: code }] };
  expect(mapStrings(value, maskSealed)).toEqual({ [code]: ["••••••", 1, null, true, { deep: "••••••" }] });
});

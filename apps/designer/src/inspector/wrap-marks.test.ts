import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { insertText, type Selected, toggleMark } from "./wrap-marks.ts";

/** A text with its selection between `[` and `]`. */
function selected(marked: string): Selected {
  const from = marked.indexOf("[");
  return { text: marked.replace("[", "").replace("]", ""), from, to: marked.indexOf("]") - 1 };
}

function shown({ text, from, to }: Selected): string {
  return `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
}

describe("It is true that a mark", () => {
  test.each([
    ["say [hello] now", "say *[hello]* now"],
    ["say *[hello]* now", "say [hello] now"],
    ["say [*hello*] now", "say [hello] now"],
    ["say [ hello ]now", "say  *[hello]* now"],
    ["say []", "say *[]*"],
    ["[]", "*[]*"],
    ["*[]*", "[]"],
    ["a [*] b", "a *[*]* b"],
  ])("makes of %s %s", (before, after) => {
    expect(shown(toggleMark(selected(before), "*"))).toBe(after);
  });

  test("of three letters goes round and off as well", () => {
    const once = toggleMark(selected("[x]"), "```");
    expect(shown(once)).toBe("```[x]```");
    expect(shown(toggleMark(once, "```"))).toBe("[x]");
  });

  test("put on twice leaves the text as it was", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{0,20}$/), fc.nat(20), fc.nat(20), (text, one, other) => {
        const [from = 0, to = 0] = [one, other].map((at) => Math.min(at, text.length)).toSorted((a, b) => a - b);
        expect(toggleMark(toggleMark({ text, from, to }, "*"), "*").text).toBe(text);
      }),
    );
  });
});

test("It is true that an inserted text takes the place of the selection, and the cursor stands behind it", () => {
  expect(shown(insertText(selected("Hi [you]!"), "$("))).toBe("Hi $([]!");
});

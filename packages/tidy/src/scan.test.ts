import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scan } from "./scan.ts";

/** The pieces with a space between. */
const piecesOf = (source: string) =>
  scan(source)
    .map(({ text }) => text)
    .join(" ");

describe("It is true that the scan", () => {
  test("drops comments and keeps what stands around them", () => {
    expect(piecesOf("a // b 'c\n/* d ` */ e")).toEqual("a e");
  });

  test("takes a string for one piece, whatever it holds", () => {
    expect(scan(`f("// no \\" comment", 'it\\'s', \`plain\`)`).filter(({ type }) => type === "string")).toMatchObject([
      { text: '// no \\" comment' },
      { text: "it\\'s" },
      { text: "plain" },
    ]);
  });

  test("reads the code inside a template and finds the template's end", () => {
    expect(piecesOf("`a ${ { b: `c ${d}` }.b } import` + e")).toEqual("${ { b : ${ d  } . b  + e");
  });

  test("takes no brace in a string for one that opens", () => {
    expect(piecesOf('`${ "{" + "${" }` + a')).toEqual("${ { + ${  + a");
  });

  test("tells a regular expression from a division", () => {
    expect(piecesOf("x = /[/'\"]`/g; y = a / b / c; return /'/")).toEqual(
      "x = /[/'\"]`/g ; y = a / b / c ; return /'/",
    );
  });

  test("knows the line of each piece", () => {
    expect(scan("a\n/*\n*/ b `\n` c").map(({ line }) => line)).toEqual([1, 3, 3, 4]);
  });

  test.each(['a\n"b', "a\n'b", "a\n`b", "a\n`b ${c} d", "a\n/* b"])("refuses what is never closed: %j", (source) => {
    expect(() => scan(source)).toThrow(/line 2: .+ is never closed/);
  });

  test("finds code after any string and any comment", () => {
    const unit = fc.constantFrom("a", "`", "$", "{", "}", '"', "'", "/", "*", "\\", "\n");
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const comment = `/*${text.replaceAll("/", "")}*/`;
        const template = `\`${text.replaceAll(/[\\`$]/g, "\\$&")}\``;
        expect(piecesOf(`${comment} ${JSON.stringify(text)}, ${template}; found`)).toMatch(/ ; found$/);
      }),
    );
  });
});

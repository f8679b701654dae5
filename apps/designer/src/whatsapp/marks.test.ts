import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Block, parseWhatsAppText, type Span } from "./marks.ts";

/** Spans as one line of text: `[bold …]`. */
function shown(spans: readonly Span[]): string {
  return spans.map(shownSpan).join("");
}

function shownSpan(span: Span): string {
  if (span.type === "text") return span.text;
  if (span.type === "code") return `[code ${span.text}]`;
  if (span.type === "link") return `[link ${span.text}]`;
  return `[${span.type} ${shown(span.spans)}]`;
}

function lineOf(text: string): string {
  const [block] = parseWhatsAppText(text);
  return block?.type === "line" ? shown(block.spans) : `${block?.type}`;
}

describe("It is true that marks", () => {
  test.each([
    ["*bold*", "[bold bold]"],
    ["_italic_", "[italic italic]"],
    ["~strike~", "[strike strike]"],
    ["`code`", "[code code]"],
    ["```mono *not bold*```", "[code mono *not bold*]"],
    ["`*not bold*`", "[code *not bold*]"],
    ["a *b* c", "a [bold b] c"],
    ["(*b*), *c*!", "([bold b]), [bold c]!"],
    ["*_both_*", "[bold [italic both]]"],
    ["*a _b ~c~ d_ e*", "[bold a [italic b [strike c] d] e]"],
    ["*two words* and *two more*", "[bold two words] and [bold two more]"],
    ["🎉*party*🎉", "🎉[bold party]🎉"],
    ["*日本*", "[bold 日本]"],
  ])("of %s are read", (text, expected) => {
    expect(lineOf(text)).toBe(expected);
  });

  test.each([
    ["snake_case_name"],
    ["2*3*4"],
    ["a*b* c"],
    ["*a * b"],
    ["*never closed"],
    ["never opened*"],
    ["a * spaced *x"],
    ["*ends before a word*x"],
    ["_"],
    ["~~"],
    ["**"],
    ["``````"],
  ])("that do not count stay as written: %s", (text) => {
    expect(lineOf(text)).toBe(text);
  });

  test.each([
    ["*a _b* c_", "[bold a _b] c_"],
    ["**b**", "*[bold b]*"],
    ["__init__", "_[italic init]_"],
    ["*a b*c d*", "[bold a b*c d]"],
    ["*x _y*", "[bold x _y]"],
  ])("that cross or repeat are read from the left: %s", (text, expected) => {
    expect(lineOf(text)).toBe(expected);
  });

  test("end with their line", () => {
    expect(parseWhatsAppText("*a\nb*").map((block) => (block.type === "line" ? shown(block.spans) : ""))).toEqual([
      "*a",
      "b*",
    ]);
  });
});

describe("It is true that links", () => {
  test.each([
    ["see https://example.com/a_b_c.", "see [link https://example.com/a_b_c]."],
    ["www.example.com", "[link www.example.com]"],
    ["*https://example.com*", "[bold [link https://example.com]]"],
    ["_example.com/x_", "[italic [link example.com/x]]"],
    ["write to ada@example.com", "write to [link ada@example.com]"],
    ["end.of a sentence", "end.of a sentence"],
    ["version 1.2.3", "version 1.2.3"],
  ])("of %s are found", (text, expected) => {
    expect(lineOf(text)).toBe(expected);
  });

  test.each([
    ["https://example.com", "https://example.com"],
    ["www.example.com", "https://www.example.com"],
    ["ada@example.com", "mailto:ada@example.com"],
    ["example.com/@ada", "https://example.com/@ada"],
  ])("such as %s lead to %s", (text, href) => {
    expect(parseWhatsAppText(text)).toEqual([{ type: "line", spans: [{ type: "link", text, href }] }]);
  });
});

describe("It is true that lines", () => {
  const text = (line: string): readonly Span[] => [{ type: "text", text: line }];

  test("that begin alike belong together, and others stand alone", () => {
    const source = "> a\n> b\n* one\n- two\n\n1. first\n2. second\n10. tenth\n*bold* line";
    expect(parseWhatsAppText(source)).toEqual<Block[]>([
      { type: "quote", lines: [text("a"), text("b")] },
      { type: "list", items: [{ spans: text("one") }, { spans: text("two") }] },
      { type: "line", spans: [] },
      {
        type: "list",
        items: [
          { number: 1, spans: text("first") },
          { number: 2, spans: text("second") },
          { number: 10, spans: text("tenth") },
        ],
      },
      { type: "line", spans: [{ type: "bold", spans: text("bold") }, ...text(" line")] },
    ]);
  });

  test("with bullets and lines with numbers are two lists", () => {
    expect(parseWhatsAppText("- a\n1. b").map(({ type }) => type)).toEqual(["list", "list"]);
  });

  test.each([[">no space"], ["-no space"], ["1.no space"], ["* "]])("such as %s are no quote and no item", (line) => {
    expect(parseWhatsAppText(line)).toEqual([{ type: "line", spans: text(line) }]);
  });

  test("within monospaced text are one", () => {
    expect(parseWhatsAppText("x ```a\n*b*``` y")).toEqual([
      { type: "line", spans: [...text("x "), { type: "code", text: "a\n*b*" }, ...text(" y")] },
    ]);
  });
});

test("It is true that every text keeps all its characters but marks, in their order", () => {
  const letters = fc.constantFrom("*", "_", "~", "`", "```", " ", "\n", "a", "b1", "> ", "- ", "1. ", "www.x.com", "é");
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), (parts) => {
      const source = parts.join("");
      expect(isSubsequence(plain(parseWhatsAppText(source)), source)).toBe(true);
      expect(wordsOf(plain(parseWhatsAppText(source)))).toBe(wordsOf(source));
    }),
  );
});

test("It is true that a long text of marks that never close is read in a moment", () => {
  const source = "*a _b ~c `d ".repeat(5_000);
  expect(plain(parseWhatsAppText(source))).toBe(source);
});

function plain(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === "line") return text(block.spans);
      if (block.type === "quote") return block.lines.map(text).join("\n");
      // A number is part of the text; what stands for a bullet is a mark.
      return block.items
        .map(({ number, spans }) => `${number === undefined ? "" : `${number}. `}${text(spans)}`)
        .join("\n");
    })
    .join("\n");
}

function text(spans: readonly Span[]): string {
  return spans.map((span) => ("spans" in span ? text(span.spans) : span.text)).join("");
}

function wordsOf(source: string): string {
  return source.replaceAll(/[^\p{L}\p{N}.]/gu, "");
}

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at++;
  return at === part.length;
}

import { findLink } from "./links.ts";

/*
 * How WhatsApp reads the marks in a text (WhatsApp Help Centre, How to format your messages).
 * 1. `*bold*`, `_italic_`, `~strike~` and `` `code` `` hold within a line, between a place that is no letter or digit and another such place, and
 *    with no space directly inside. Whatever is not closed stands as it is written.
 * 2. Marks nest, each kind once; nothing inside code or a link is a mark.
 * 3. ```` ```text``` ```` is monospaced and may run over lines.
 * 4. A line that begins with `> `, with `* ` or `- `, or with a number and `. ` is a quote or an item of a list.
 */

/** A piece of a line. */
export type Span =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "bold" | "italic" | "strike"; readonly spans: readonly Span[] }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "link"; readonly text: string; readonly href: string };

/** A line, or lines that belong together. An item without a number has a bullet. */
export type Block =
  | { readonly type: "line"; readonly spans: readonly Span[] }
  | { readonly type: "quote"; readonly lines: readonly (readonly Span[])[] }
  | { readonly type: "list"; readonly items: readonly ListItem[] };

/** An item of a list, with its number as it was written. */
export type ListItem = { readonly number?: number; readonly spans: readonly Span[] };

/** Reads a text as WhatsApp shows it. Never throws; takes time that grows with the text and not faster. */
export function parseWhatsAppText(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const block of splitLines(text).map(readLine)) {
    const last = blocks.at(-1);
    if (block.type === "quote" && last?.type === "quote") {
      blocks[blocks.length - 1] = { type: "quote", lines: [...last.lines, ...block.lines] };
    } else if (block.type === "list" && last?.type === "list" && isSameKind(last, block)) {
      blocks[blocks.length - 1] = { type: "list", items: [...last.items, ...block.items] };
    } else blocks.push(block);
  }
  return blocks;
}

function isSameKind(left: { items: readonly ListItem[] }, right: { items: readonly ListItem[] }): boolean {
  return (left.items[0]?.number === undefined) === (right.items[0]?.number === undefined);
}

/** The lines of a text; a line break within monospaced text ends no line. */
function splitLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const end = fenceEnd(text, at);
    if (end !== undefined) at = end - 1;
    else if (text[at] === "\n") {
      lines.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...lines, text.slice(start)];
}

const fence = "```";

/** Where the monospaced text that begins here is over. */
function fenceEnd(text: string, at: number): number | undefined {
  if (!text.startsWith(fence, at)) return undefined;
  const close = text.indexOf(fence, at + fence.length);
  const isBlank = close < 0 || text.slice(at + fence.length, close).trim() === "";
  return isBlank ? undefined : close + fence.length;
}

function readLine(line: string): Block {
  const quoted = /^> (.*)$/s.exec(line)?.[1];
  if (quoted !== undefined) return { type: "quote", lines: [readSpans(quoted)] };
  const bulleted = /^[*-] (\S.*)$/s.exec(line)?.[1];
  if (bulleted !== undefined) return { type: "list", items: [{ spans: readSpans(bulleted) }] };
  const [, number, numbered] = /^(\d{1,3})\. (\S.*)$/s.exec(line) ?? [];
  if (numbered !== undefined) return { type: "list", items: [{ number: Number(number), spans: readSpans(numbered) }] };
  return { type: "line", spans: readSpans(line) };
}

const kinds = { "*": "bold", _: "italic", "~": "strike" } as const;
type Mark = keyof typeof kinds | "`";
type Range = { readonly from: number; readonly to: number };

function readSpans(line: string): readonly Span[] {
  return readRange(line, { from: 0, to: line.length }, []);
}

/** Reads a part of a line; the marks round it are open and mean nothing within. */
function readRange(line: string, { from, to }: Range, open: readonly Mark[]): readonly Span[] {
  const spans: Span[] = [];
  // A mark that finds no end finds none further on either.
  const unclosed = new Set<Mark>(open);
  let literal = from;
  let at = from;
  while (at < to) {
    const found = readFence(line, at, to) ?? findLink(line, at, to) ?? readMark(line, { from: at, to }, unclosed);
    if (found === undefined) at++;
    else {
      if (literal < at) spans.push({ type: "text", text: line.slice(literal, at) });
      spans.push(found.span);
      at = literal = found.end;
    }
  }
  if (literal < to) spans.push({ type: "text", text: line.slice(literal, to) });
  return spans;
}

type Found = { readonly span: Span; readonly end: number };

function readFence(line: string, at: number, to: number): Found | undefined {
  const end = fenceEnd(line, at);
  if (end === undefined || end > to) return undefined;
  return { span: { type: "code", text: line.slice(at + fence.length, end - fence.length) }, end };
}

function readMark(line: string, { from, to }: Range, unclosed: Set<Mark>): Found | undefined {
  const mark = line[from];
  if (!isMark(mark) || unclosed.has(mark) || !opensAt(line, from)) return undefined;
  const close = closingOf(line, { from: from + 1, to }, mark);
  if (close === undefined) {
    unclosed.add(mark);
    return undefined;
  }
  const end = close + 1;
  if (mark === "`") return { span: { type: "code", text: line.slice(from + 1, close) }, end };
  const open = [...unclosed, mark];
  return { span: { type: kinds[mark], spans: readRange(line, { from: from + 1, to: close }, open) }, end };
}

function isMark(text: string | undefined): text is Mark {
  return text !== undefined && (text === "`" || Object.hasOwn(kinds, text));
}

function opensAt(line: string, at: number): boolean {
  const next = line[at + 1];
  return !isWord(line[at - 1]) && next !== undefined && next !== line[at] && !isSpace(next);
}

function closingOf(line: string, { from, to }: Range, mark: Mark): number | undefined {
  for (let at = from + 1; at < to; at++) {
    if (line[at] === "\n") return undefined;
    if (line[at] === mark && !isSpace(line[at - 1]) && !isWord(line[at + 1])) return at;
  }
  return undefined;
}

/** What stands for a value in a preview counts as part of a word like any letter. */
function isWord(text: string | undefined): boolean {
  return text !== undefined && /[\p{L}\p{N}\uE000-\uF8FF]/u.test(text);
}

function isSpace(text: string | undefined): boolean {
  return text === undefined || /\s/u.test(text);
}

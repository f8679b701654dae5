/** One piece of source text that is neither white space nor comment. */
export type Token = {
  readonly type: "word" | "string" | "literal" | "sign" | "reference";
  /** The piece as written; of a string, what stands between its quotes. */
  readonly text: string;
  readonly line: number;
};

/**
 * Splits TypeScript into words, strings and signs, and drops comments, so that a search finds code and nothing else. Not a parser: it
 * knows just enough of strings, templates and regular expressions to see where they end.
 *
 * Throws `SyntaxError` with the line when a quote or comment is never closed, since what follows it would be read wrongly.
 */
export function scan(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const open: ("brace" | "template")[] = [];
  let line = 1;
  for (let at = 0; at < source.length; ) {
    const isTemplateResumed = source[at] === "}" && open.pop() === "template";
    const piece = nextPiece(source, at, { isTemplateResumed, previous: tokens.at(-1) });
    if (piece.token === "unclosed") throw new SyntaxError(`line ${line}: ${piece.text} is never closed`);
    if (piece.token !== undefined) tokens.push({ ...piece.token, line });
    if (piece.token?.type === "sign" && piece.token.text === "{") open.push("brace");
    if (piece.token?.type === "sign" && piece.token.text === "${") open.push("template");
    line += piece.text.split("\n").length - 1;
    at += piece.text.length;
  }
  return tokens;
}

type Piece = { readonly text: string; readonly token: Omit<Token, "line"> | "unclosed" | undefined };
type Context = { readonly isTemplateResumed: boolean; readonly previous: Token | undefined };

/** Tried in this order at each place. A template's text runs to its end or to the next `${`. */
const patterns = {
  space: /\s+/y,
  reference: /\/\/\/\s*<(?:reference|amd).*/y,
  comment: /\/\/.*|\/\*[^]*?\*\//y,
  string: /"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*'/y,
  template: /`(?:\\[^]|\$(?!\{)|[^\\`$])*(?:`|\$\{)/y,
  regularExpression: /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y,
  word: /[\p{ID_Start}$_#][\p{ID_Continue}$]*/uy,
  number: /\d[\w.]*/y,
  unclosed: /["'`]|\/\*/y,
  sign: /\.\.\.|[^]/y,
} as const;

const templateResumed = /\}(?:\\[^]|\$(?!\{)|[^\\`$])*(?:`|\$\{)/y;

function nextPiece(source: string, at: number, context: Context): Piece {
  if (context.isTemplateResumed) {
    const text = match(templateResumed, source, at);
    return text === undefined ? { text: "`", token: "unclosed" } : { text, token: templateToken(text, false) };
  }
  for (const [name, pattern] of Object.entries(patterns)) {
    if (name === "regularExpression" && !mayStartRegularExpression(context.previous)) continue;
    const text = match(pattern, source, at);
    if (text !== undefined) return { text, token: tokenOf(name as keyof typeof patterns, text) };
  }
  throw new SyntaxError("the pattern of a sign takes any character");
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

function tokenOf(name: keyof typeof patterns, text: string): Piece["token"] {
  switch (name) {
    case "space":
    case "comment":
      return undefined;
    case "unclosed":
      return "unclosed";
    case "template":
      return templateToken(text, true);
    case "string":
      return { type: "string", text: text.slice(1, -1) };
    case "number":
    case "regularExpression":
      return { type: "literal", text };
    default:
      return { type: name, text };
  }
}

/** A template without `${` is a string like any other; of one with it, only the places where code begins and ends matter. */
function templateToken(text: string, isHead: boolean): Piece["token"] {
  if (text.endsWith("${")) return { type: "sign", text: "${" };
  return isHead ? { type: "string", text: text.slice(1, -1) } : { type: "literal", text: "" };
}

const wordsBeforeValue = new Set(
  "return typeof case in of delete void throw new instanceof yield await else do".split(" "),
);

/** Whether a slash opens a regular expression here; after a value it divides. */
function mayStartRegularExpression(previous: Token | undefined): boolean {
  if (previous === undefined) return true;
  if (previous.type === "word") return wordsBeforeValue.has(previous.text);
  return previous.type === "sign" && ![")", "]", "}"].includes(previous.text);
}

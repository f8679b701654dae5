import { scan, type Token } from "./scan.ts";

/** One place where a source file brings in another module, for its values or for its types. */
export type Import = {
  /** What it names; undefined where that is computed at run time and so cannot be checked. */
  readonly specifier: string | undefined;
  readonly line: number;
  /** `export * from`, `/// <reference>`, or any other way. */
  readonly form: "export-all" | "reference" | "other";
};

/**
 * Every import of a source file: static, `import type`, inline `type`, side effect, re-export, `import()` of a value or a type,
 * `import.meta.resolve`, `require`, and triple-slash references. Throws `SyntaxError` where `scan` does.
 */
export function readImports(source: string): readonly Import[] {
  const tokens = scan(source);
  return tokens.flatMap((token, index) => {
    const found = importAt(tokens, index);
    return found === undefined ? [] : [{ form: "other", ...found, line: token.line } as const];
  });
}

type Found = { readonly specifier: string | undefined; readonly form?: Import["form"] };

function importAt(tokens: readonly Token[], index: number): Found | undefined {
  const token = tokens[index];
  if (token?.type === "reference") return { specifier: token.text, form: "reference" };
  if (token?.type !== "word" || isSign(tokens[index - 1], ".")) return undefined;
  switch (token.text) {
    case "import":
      return importedAt(tokens, index + 1);
    case "export":
      return reexportedAt(tokens, index + 1);
    case "require":
      return isSign(tokens[index + 1], "(") ? argumentAt(tokens, index + 2) : undefined;
    default:
      return undefined;
  }
}

function importedAt(tokens: readonly Token[], index: number): Found | undefined {
  const next = tokens[index];
  if (next?.type === "string") return { specifier: next.text };
  if (isSign(next, "(")) return argumentAt(tokens, index + 1);
  if (isSign(next, ".")) {
    const isResolve = tokens[index + 3]?.text === "resolve" && isSign(tokens[index + 4], "(");
    return isResolve ? argumentAt(tokens, index + 5) : undefined;
  }
  return isSign(next, ":") ? undefined : fromAt(tokens, index);
}

function reexportedAt(tokens: readonly Token[], index: number): Found | undefined {
  const start = tokens[index]?.text === "type" ? index + 1 : index;
  if (isSign(tokens[start], "{")) return fromAt(tokens, start);
  if (!isSign(tokens[start], "*")) return undefined;
  const found = fromAt(tokens, start);
  const isNamed = tokens[start + 1]?.text === "as";
  return found && !isNamed ? { ...found, form: "export-all" } : found;
}

/** The argument of a call, when it is one plain string. */
function argumentAt(tokens: readonly Token[], index: number): Found {
  const [argument, end] = [tokens[index], tokens[index + 1]];
  const isPlain = argument?.type === "string" && (isSign(end, ")") || isSign(end, ","));
  return { specifier: isPlain ? argument.text : undefined };
}

/** What stands after `from` in the statement that goes on at `index`. */
function fromAt(tokens: readonly Token[], index: number): Found | undefined {
  for (let at = index; at < tokens.length; at++) {
    const token = tokens[at];
    if (isSign(token, ";") || isSign(token, "=")) return undefined;
    if (token?.type === "string" && tokens[at - 1]?.text === "from") return { specifier: token.text };
  }
  return undefined;
}

function isSign(token: Token | undefined, sign: string): boolean {
  return token?.type === "sign" && token.text === sign;
}

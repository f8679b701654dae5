import type { Json } from "@parley/messaging";
import { flowLimits } from "./limits.ts";

/** A place in a conversation's data: `["n5", "send", "gatewayTid"]`, `["order", "items", "0"]`. */
export type VariablePath = readonly string[];

/** A text with expressions, read once: literal texts and paths in order. */
export type Template = readonly (string | { readonly path: VariablePath })[];

/** Where expressions find their values. Undefined means that the variable is missing. */
export type Scope = (path: VariablePath) => Json | undefined;

/** What a template became: the text, and the paths that were missing and became the empty string. */
export type Resolved<Value> = { readonly value: Value; readonly missing: readonly string[] };

/** Says how the value of an expression is written, by its place among the expressions of a template. */
export type WriteValue = (value: Json, index: number) => string;

/** An escape, an expression, or the beginning of one that is never closed. */
const expression = /\$\$\(|\$\(([^()]*)\)|\$\(/g;
const escape = "$$(";
const pathPattern = /^[A-Za-z_][\w-]*(\.[\w-]+|\[\d+\])*$/;

/**
 * Reads a text with `$(…)` expressions. A path is names and indexes joined by points, or indexes in brackets: `$(order.items[0].sku)`.
 * `$$(` stands for a literal `$(`. Whatever is not a well-formed expression is literal text, so that no text is ever refused.
 */
export function parseTemplate(source: string): Template {
  const parts: (string | { path: VariablePath })[] = [];
  let literal = "";
  let end = 0;
  for (const match of source.matchAll(expression)) {
    literal += source.slice(end, match.index);
    end = match.index + match[0].length;
    const path = match[1] === undefined ? undefined : parsePath(match[1]);
    if (match[0] === escape) literal += "$(";
    else if (path === undefined) literal += match[0];
    else {
      if (literal !== "") parts.push(literal);
      literal = "";
      parts.push({ path });
    }
  }
  literal += source.slice(end);
  if (literal !== "") parts.push(literal);
  return parts;
}

/** Reads what stands between `$(` and `)`; undefined when it is not a path. */
export function parsePath(source: string): VariablePath | undefined {
  if (!pathPattern.test(source)) return undefined;
  const path = (source.includes("[") ? source.replaceAll(/\[(\d+)\]/g, ".$1") : source).split(".");
  return path.length <= flowLimits.pathSegments ? path : undefined;
}

/** The text with the first names of its expressions changed, such as `$(old.city)` to `$(new.city)`; all else stands as it was. */
export function renameRoots(source: string, rename: (root: string) => string): string {
  return source.replaceAll(expression, (text, inner: string | undefined) => {
    const root = inner === undefined ? undefined : parsePath(inner)?.[0];
    return root === undefined || inner === undefined ? text : `$(${rename(root)}${inner.slice(root.length)})`;
  });
}

/**
 * The pieces that look like an expression and are none, such as `$(my name)` or an unclosed `$(name`: they are sent as they stand, which is
 * seldom meant. Long ones are cut.
 */
export function malformedExpressions(source: string): string[] {
  return [...source.matchAll(expression)]
    .filter((match) => match[0] !== escape && (match[1] === undefined || parsePath(match[1]) === undefined))
    .map((match) =>
      source.slice(match.index, match.index + Math.min(match[1] === undefined ? 20 : match[0].length, 60)),
    );
}

/** The text of a template that holds no expression; undefined when it holds any. */
export function literalOf(template: Template): string | undefined {
  const [literal = ""] = template;
  return template.length <= 1 && typeof literal === "string" ? literal : undefined;
}

/** The paths that a template reads. */
export function pathsOf(template: Template): VariablePath[] {
  return template.flatMap((part) => (typeof part === "string" ? [] : [part.path]));
}

/**
 * Puts values in the place of expressions. Substitution is by value: what a variable holds is never read as an expression again. A missing
 * variable becomes the empty string and is named in `missing`. The text is cut at 262,144 characters. `write` says how a value is written, as text unless
 * given; it is told which expression of the template it is, counted from 0.
 */
export function resolveText(template: Template, scope: Scope, write: WriteValue = textOf): Resolved<string> {
  const missing: string[] = [];
  let text = "";
  let index = 0;
  for (const part of template) {
    if (typeof part === "string") text += part;
    else text += write(readPath(part.path, scope, missing), index++);
    if (text.length > flowLimits.resolvedLength) return { value: text.slice(0, flowLimits.resolvedLength), missing };
  }
  return { value: text, missing };
}

/** Like `resolveText`, but a template that is one expression alone keeps the value's type, so that objects can be handed on. */
export function resolveValue(template: Template, scope: Scope): Resolved<Json> {
  const [only] = template;
  if (template.length !== 1 || only === undefined || typeof only === "string") return resolveText(template, scope);
  const missing: string[] = [];
  return { value: readPath(only.path, scope, missing) ?? "", missing };
}

/** A value as text: numbers and booleans as JavaScript prints them, null as nothing, objects and arrays as JSON. */
export function textOf(value: Json): string {
  if (typeof value === "string") return value;
  if (value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Follows names and indexes into a JSON value, through own properties only. An array's `length` is one of them. */
export function readNested(value: Json | undefined, path: VariablePath): Json | undefined {
  let current = value;
  for (const name of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, name)) return undefined;
    current = (current as { readonly [name: string]: Json })[name];
  }
  return current;
}

function readPath(path: VariablePath, scope: Scope, missing: string[]): Json {
  const value = scope(path);
  if (value === undefined) missing.push(path.join("."));
  return value === undefined ? "" : value;
}

import type { VariablePath } from "./expression.ts";
import { flowLimits } from "./limits.ts";

/*
 * Places in data as people write them: `order.items[0].sku`. Data of others has names that variables cannot have, so that a name here may hold any
 * character; one with a point, a bracket, a quotation mark or a space around it stands in quotation marks within brackets: `["first.name"]`. What JSONPath
 * writes alike is read alike, `$.` before the first name too. What it has beyond, such as `[*]`, `..` and filters, names no single place and is none here.
 */

/** An index, a name in quotation marks with `\` before one that is meant, or a plain name. */
const step =
  /\[(?:(\d{1,9})|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')\]|(?:^|\.)([^.[\]"'\s*](?:[^.[\]"'*]*[^.[\]"'\s*])?)/gsy;

/** Reads a place in data; undefined when it is none. `$` alone is the whole of it, the empty path. */
export function parseDataPath(source: string): VariablePath | undefined {
  const text = source.trim();
  if (text === "$") return [];
  const rest = text.replace(/^\$(?:\.(?!\.)|(?=\[))/, "");
  const path: string[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < rest.length) {
    const match = step.exec(rest);
    if (match === null || path.length === flowLimits.pathSegments) return undefined;
    const [, index, double, single, name] = match;
    path.push(index ?? name ?? (double ?? single ?? "").replaceAll(/\\(.)/gs, "$1"));
  }
  return path.length === 0 ? undefined : path;
}

/** Writes a place in data, so that reading it gives the same steps: what a picker of fields puts down for a click. */
export function writeDataPath(path: VariablePath): string {
  if (path.length === 0) return "$";
  return path.map(writeStep).join("").replace(/^\./, "");
}

const index = /^(?:0|[1-9]\d{0,8})$/;
/** Names that stand as they are, `$` at their beginning excepted, which would read as the root. */
const plain = /^[^.[\]"'\s*$](?:[^.[\]"'*]*[^.[\]"'\s*])?$/;

function writeStep(name: string): string {
  if (index.test(name)) return `[${name}]`;
  return plain.test(name) ? `.${name}` : `["${name.replaceAll(/["\\]/g, "\\$&")}"]`;
}

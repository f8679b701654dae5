/** What is wrong with the writing of a script. Lines and columns count from 1. */
export type ScriptProblem = { readonly line: number; readonly column: number; readonly message: string };

/** What the inside of the sandbox tells of something thrown. */
export type Thrown =
  | { readonly name: string; readonly message: string; readonly stack: string }
  /** No error but some value, as JSON. */
  | { readonly thrown: string };

/** The name under which the script's own lines stand in stacks. */
export const scriptName = "script.js";

const place = /script\.js:(\d+)(?::(\d+))?/;

/** Where in the script something went wrong; undefined when its stack names no place. */
function placeOf({
  stack,
}: {
  readonly stack: string;
}): { readonly line: number; readonly column: number } | undefined {
  const match = place.exec(stack);
  return match === null ? undefined : { line: Number(match[1]), column: Number(match[2] ?? 1) };
}

/** The problem that a syntax error speaks of. */
export function problemOf(thrown: Thrown): ScriptProblem {
  if ("thrown" in thrown) return { line: 1, column: 1, message: thrown.thrown };
  return { ...(placeOf(thrown) ?? { line: 1, column: 1 }), message: readable(thrown.message) };
}

/** What a script threw, as a sentence. */
export function sentenceOf(thrown: Thrown): string {
  if ("thrown" in thrown) return `The script threw ${shortened(thrown.thrown)}.`;
  const at = placeOf(thrown);
  const where = at === undefined ? "" : ` in line ${at.line}`;
  if (isTooDeep(thrown)) return `The script calls itself, or nests its data, too deeply${where}.`;
  const message = shortened(thrown.message).replace(/\.$/, "");
  return `The script failed${where}: ${shortened(thrown.name)}${message === "" ? "" : `: ${message}`}.`;
}

/** Whether the script had no memory left. */
export function isOutOfMemory(thrown: Thrown): boolean {
  return "message" in thrown && thrown.message === "out of memory";
}

/** Whether it had no stack left. */
export function isTooDeep(thrown: Thrown): boolean {
  return "message" in thrown && thrown.message === "stack overflow";
}

/** The engine says of the end of a script only that it is empty text. */
function readable(message: string): string {
  return shortened(message).replace(/: ''$/, ": the script ends here");
}

/** One line of at most 300 characters. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

import type { Json, JsonObject } from "@parley/messaging";
import type { DocumentVariable } from "../../document/flow-document.ts";
import { isObject } from "../../document/read-json.ts";
import { expressionsIn } from "../expression-standing.ts";

/** What a script reads: variables of the flow by their names, and outputs of nodes by their paths. */
export type ScriptInputs = { readonly variables: readonly DocumentVariable[]; readonly outputs: readonly string[] };

/** What there is to ask for before a script is tried. */
export function inputsOf(script: string, variables: readonly DocumentVariable[]): ScriptInputs {
  const names = new Set(variables.map(({ name }) => name));
  const words = new Set(script.match(/[A-Za-z_]\w*/g));
  const paths = expressionsIn(script).map(({ text }) => text.slice(2, -1).trim());
  return {
    variables: variables.filter(({ name }) => words.has(name)),
    outputs: [...new Set(paths)].filter((path) => !names.has(path.split(/[.[]/, 1)[0] ?? "")),
  };
}

/** What was typed for an input, as a script sees it: JSON where it begins like an object or a list, and where what it stands for is no text. */
export function valueTyped(text: string, like?: Json): Json {
  const isJson = (like !== undefined && typeof like !== "string") || /^\s*[[{]/.test(text);
  if (!isJson) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Outputs by their paths as an object: `n3.receive.message` lies within `n3`. */
export function outputsFrom(values: readonly (readonly [path: string, value: Json])[]): JsonObject {
  const root: { [name: string]: Json } = {};
  for (const [path, value] of values) {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
    let place = root;
    for (const step of steps.slice(0, -1)) {
      const below = Object.hasOwn(place, step) ? place[step] : undefined;
      const next: { [name: string]: Json } = isObject(below) ? { ...below } : {};
      place[step] = next;
      place = next;
    }
    const last = steps.at(-1);
    if (last !== undefined) place[last] = value;
  }
  return root;
}

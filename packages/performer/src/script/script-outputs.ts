import {
  type EvaluateTask,
  isNodeName,
  outputGroups,
  parseTemplate,
  pathsOf,
  readNested,
  type VariablePath,
} from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";

/**
 * What a script's `$(…)` reads, with the empty text in the place of outputs that have no value, as expressions have it elsewhere: else reading below one would
 * throw.
 */
export function scriptOutputs({ script, outputs, variables }: EvaluateTask): JsonObject {
  const roots = structuredClone(outputs) as Tree;
  for (const path of pathsOf(parseTemplate(script))) {
    const [root = ""] = path;
    const isOutput = isNodeName(root) || (outputGroups as readonly string[]).includes(root);
    if (isOutput && !Object.hasOwn(variables, root) && readNested(roots as JsonObject, path) === undefined)
      plantEmpty(roots, path);
  }
  return roots as JsonObject;
}

type Tree = { [name: string]: Json | Tree };

function plantEmpty(tree: Tree, path: VariablePath): void {
  let at = tree;
  for (const name of path.slice(0, -1)) {
    if (!Object.hasOwn(at, name)) set(at, name, {});
    const below = at[name];
    if (typeof below !== "object" || below === null || Array.isArray(below)) return;
    at = below as Tree;
  }
  set(at, path.at(-1) ?? "", "");
}

/** As a property of its own, whatever its name. */
function set(tree: Tree, name: string, value: Json | Tree): void {
  Object.defineProperty(tree, name, { value, writable: true, enumerable: true, configurable: true });
}

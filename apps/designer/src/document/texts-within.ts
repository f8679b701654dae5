import { isNodeName, parseTemplate, pathsOf, referencesOf } from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";
import type { DocumentNode, NodeAction } from "./flow-document.ts";
import { ask } from "./known-node.ts";
import { remember } from "./remember.ts";

/*
 * The texts of nodes, read and rewritten without asking whether a config is right: any text may hold expressions, and where a text may not, it holds
 * none.
 */

/** The first names that the expressions of a node read (`order` of `$(order.city)`), the variables it sets, and the nodes that its config names. */
export const namesWithin: (node: DocumentNode) => ReadonlySet<string> = remember((node) => {
  const names = new Set<string>();
  const read = (text: string): string => {
    if (text.includes("$(")) for (const [root] of pathsOf(parseTemplate(text))) if (root !== undefined) names.add(root);
    return text;
  };
  mapTexts(node.config, read);
  for (const action of [...node.onEnter, ...node.onLeave]) {
    if (action.type === "set-variable") names.add(action.name);
    mapTexts(action, read);
  }
  for (const { nodeId } of ask(node, referencesOf) ?? []) names.add(nodeId);
  return names;
});

/** The highest number of a node that a node is or names: 7 for `$(n7.receive.message)`. */
export const highestNodeNumber: (node: DocumentNode) => number = remember((node) => {
  return [node.id, ...namesWithin(node)].reduce((highest, name) => Math.max(highest, nodeNumber(name)), 0);
});

/** The number in the id of a node; 0 for any other name. */
export function nodeNumber(name: string): number {
  return isNodeName(name) ? Number(name.slice(1)) : 0;
}

/** The value with its texts changed; itself when none was. */
export function mapTexts<Value extends Json>(value: Value, change: (text: string) => string): Value;
export function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item: Json) => mapTexts(item, change));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const fields = Object.entries(value as JsonObject).map(([name, item]) => [name, mapTexts(item, change)] as const);
  return fields.every(([name, item]) => item === (value as JsonObject)[name]) ? value : Object.fromEntries(fields);
}

/** The actions with the texts and the variables that they set changed; themselves when none was. */
export function mapActions(
  actions: readonly NodeAction[],
  change: { readonly text: (text: string) => string; readonly variable?: (name: string) => string },
): readonly NodeAction[] {
  const mapped = actions.map((action) => {
    const value = mapTexts(action.value, change.text);
    if (action.type !== "set-variable") return value === action.value ? action : { ...action, value };
    const name = change.variable?.(action.name) ?? action.name;
    return value === action.value && name === action.name ? action : { ...action, name, value };
  });
  return mapped.every((action, index) => action === actions[index]) ? actions : mapped;
}

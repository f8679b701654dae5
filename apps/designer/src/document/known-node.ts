import { type FlowNode, isNodeType, nodeDefinitions } from "@parley/flow";
import type { JsonObject } from "@parley/messaging";
import type { DocumentNode } from "./flow-document.ts";

/**
 * Asks the definition of a node's type. While a node is drawn its config may hold anything, so that an answer may fail: then, and for a type
 * that is not known, it is undefined.
 */
export function ask<Answer>(node: DocumentNode, question: (node: FlowNode) => Answer): Answer | undefined {
  if (!isNodeType(node.type)) return undefined;
  try {
    return question(node as unknown as FlowNode);
  } catch {
    return undefined;
  }
}

/** The config that a new node of a type begins with; undefined for a type that is not known. */
export function newConfigOf(type: string): JsonObject | undefined {
  return isNodeType(type) ? (nodeDefinitions[type].newConfig as unknown as JsonObject) : undefined;
}

/** What a config may lack of that: all of it, but for fields in whose place it has another. */
export function patternFor(type: string, config: JsonObject): JsonObject | undefined {
  const fresh = newConfigOf(type);
  if (fresh === undefined || !isNodeType(type)) return undefined;
  const definition: { readonly alternatives?: readonly string[] } = nodeDefinitions[type];
  const { alternatives = [] } = definition;
  if (!alternatives.some((name) => Object.hasOwn(config, name))) return fresh;
  return Object.fromEntries(Object.entries(fresh).filter(([name]) => !alternatives.includes(name)));
}

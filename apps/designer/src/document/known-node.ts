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

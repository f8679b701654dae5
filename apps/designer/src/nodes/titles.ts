import { isNodeType } from "@parley/flow";
import type { Texts } from "../texts/en/index.ts";

/** What a node type is called. */
export function typeTitle(type: string, { nodes }: Texts): string {
  return isNodeType(type) ? nodes.types[type].title : nodes.unknownType(type);
}

/** What a node is called where people read it: its own name, else its type's. */
export function nodeTitle(node: { readonly type: string; readonly name: string }, texts: Texts): string {
  return node.name.trim() === "" ? typeTitle(node.type, texts) : node.name;
}

/** What an outcome is called; a branch's own name is shown as it is. */
export function outcomeTitle(outcome: string, { nodes }: Texts): string {
  return Object.hasOwn(nodes.outcomes, outcome) ? nodes.outcomes[outcome as keyof typeof nodes.outcomes] : outcome;
}

import { isNodeType } from "@parley/flow";
import type { Json } from "@parley/messaging";
import type { Texts } from "../texts/en/index.ts";
import type { DocumentNode, FlowDocument } from "./flow-document.ts";
import { nodeById } from "./lookup.ts";

/** Two states of a flow, and the texts to tell their differences in. */
export type States = { readonly before: FlowDocument; readonly after: FlowDocument; readonly texts: Texts };

/** The longest text that is shown of a value. */
const valueLength = 60;

/** A node by its id and its name: `n4 “Ask”`. */
export function nodeWords({ changes }: Texts, { id, name }: DocumentNode): string {
  return changes.node(id, name);
}

/** A node by its id, in the state that has it. */
export function targetWords({ before, after, texts }: States, nodeId: string): string {
  const node = nodeById(after, nodeId) ?? nodeById(before, nodeId);
  return node === undefined ? nodeId : nodeWords(texts, node);
}

/** What people call the type of a node. */
export function typeWords({ nodes }: Texts, type: string): string {
  return isNodeType(type) ? nodes.types[type].title : nodes.unknownType(type);
}

/** What people call an outcome or an event. */
export function outcomeWords({ nodes }: Texts, outcome: string): string {
  return named(nodes.outcomes, outcome) ?? outcome;
}

/** The name of a field by its path within the config, or of the longest part of the path that has one. */
export function fieldWords(texts: Texts, field: string): { readonly words: string; readonly isWhole: boolean } {
  const steps = field.split(".");
  for (let length = steps.length; length > 0; length--) {
    const words = named(texts.changes.fields, steps.slice(0, length).join("."));
    if (words !== undefined) return { words, isWhole: length === steps.length };
  }
  return { words: field, isWhole: true };
}

/** A value in quotes, cut where it is long; undefined for one that is no plain value. */
export function valueWords({ changes }: Texts, value: Json | undefined): string | undefined {
  if (value === undefined || value === null || typeof value === "object") return undefined;
  const text = String(value);
  // Half of a character that takes two code units would be shown as a question mark.
  const start = text.slice(0, valueLength).replace(/[\uD800-\uDBFF]$/, "");
  return changes.value(text.length > valueLength ? changes.cut(start) : text);
}

function named(names: { readonly [name: string]: string }, name: string): string | undefined {
  return Object.hasOwn(names, name) ? names[name] : undefined;
}

import {
  type FlowIssue,
  type FlowNode,
  outcomesOf,
  outputsOf,
  parseNode,
  referencesOf,
  templatesOf,
} from "@parley/flow";
import type { DocumentNode } from "./flow-document.ts";
import { ask } from "./known-node.ts";
import { outcomesOfNode } from "./outcomes.ts";
import { remember } from "./remember.ts";

/** What is wrong with the values of one node; worked out once for each node object. */
export const checkNode: (node: DocumentNode) => readonly FlowIssue[] = remember((node) => {
  const parsed = parse(node);
  return parsed.ok ? [] : parsed.issues;
});

const parse = remember((node: DocumentNode) => parseNode(node));

/** The node as the checks of the whole flow read it. Undefined where its type is not known, its config cannot be read, or two of its outcomes have one name. */
export const readable = remember((node: DocumentNode): FlowNode | undefined => {
  const parsed = parse(node);
  if (parsed.ok) return parsed.node;
  return ask(node, (known) => {
    for (const read of [outputsOf, templatesOf, referencesOf]) read(known);
    const names = outcomesOfNode(node).map(({ name }) => name);
    return outcomesOf(known).every(({ name }, index) => name === names[index]) ? known : undefined;
  });
});

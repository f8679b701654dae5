import type { NodeType } from "@parley/flow";
import type { FlowDocument } from "../document/flow-document.ts";
import { nodeById } from "../document/outcomes.ts";
import { nodeTitle } from "../nodes/titles.ts";
import type { Texts } from "../texts/en/index.ts";
import type { Option } from "../ui/field.tsx";

/** What a node is called where one of many is chosen: its title and its id; the id alone where it is not there. */
export function nodeLabel(document: FlowDocument, nodeId: string, texts: Texts): string {
  const node = nodeById(document, nodeId);
  return node === undefined ? nodeId : `${nodeTitle(node, texts)} (${node.id})`;
}

/** The nodes that conversations can be led to. */
export function targetOptions(document: FlowDocument, texts: Texts): readonly Option[] {
  return document.nodes
    .filter(({ type }) => type !== "start")
    .map(({ id }) => ({ value: id, label: nodeLabel(document, id, texts) }));
}

/** The nodes of a type. */
export function optionsOfType(document: FlowDocument, wanted: NodeType, texts: Texts): readonly Option[] {
  return document.nodes
    .filter(({ type }) => type === wanted)
    .map(({ id }) => ({ value: id, label: nodeLabel(document, id, texts) }));
}

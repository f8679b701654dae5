import { checkFlow, type Flow, type FlowFacts, type FlowIssue, type FlowNode, parseFlow } from "@parley/flow";
import { checkNode, readable } from "./check-node.ts";
import type { DocumentNode, FlowDocument } from "./flow-document.ts";
import { edgesFrom } from "./lookup.ts";

/**
 * All that keeps a document from going live, and what may be a mistake. One node with a wrong value does not hide what is wrong elsewhere: the checks of
 * the whole flow see it as far as it can be read. Quiet on a flow that has nothing but its Start. Takes time linear in the flow.
 */
export function checkDocument(document: FlowDocument, facts: FlowFacts = {}): FlowIssue[] {
  const frame = parseFlow({ ...document, nodes: [] });
  const wrong = [...(frame.ok ? [] : frame.issues), ...document.nodes.flatMap(checkNode)];
  const told = new Set(wrong.map(placeOf));
  const standIns = new Set<string>();
  const nodes = document.nodes.map((node) => readable(node) ?? standIn(document, node, standIns));
  const flow = { ...document, ...(frame.ok ? frame.flow : {}), nodes } as unknown as Flow;
  const isBlank = document.nodes.length === 1 && document.nodes[0]?.type === "start";
  const found = checkFlow(flow, facts).filter((issue) => {
    if (issue.code === "outcome-unwired" && (isBlank || standIns.has(issue.nodeId ?? ""))) return false;
    return !told.has(placeOf(issue));
  });
  return [...wrong, ...found];
}

/** Stands for a node that cannot be read, with the outcomes that its edges leave by, so that the checks can follow them. */
function standIn(document: FlowDocument, node: DocumentNode, standIns: Set<string>): FlowNode {
  standIns.add(node.id);
  const branches = edgesFrom(document, node.id).map(({ outcome }) => ({ name: outcome, rows: [] }));
  return { ...node, type: "branch", config: { branches } } as unknown as FlowNode;
}

function placeOf({ nodeId, field }: FlowIssue): string {
  return JSON.stringify([nodeId, field]);
}

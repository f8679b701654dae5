import type { DocumentNode, FlowDocument } from "../document/flow-document.ts";
import { nodeById, outcomesOfNode, targetOf } from "../document/outcomes.ts";
import { faceOf } from "../nodes/index.ts";
import { nodeTitle, outcomeTitle } from "../nodes/titles.ts";
import type { Texts } from "../texts/en/index.ts";

/** What a card shows, for those who do not see it: what the node does, and where each outcome leads. */
export function describeNode(document: FlowDocument, node: DocumentNode, texts: Texts): string {
  const summary = faceOf(node.type)?.summary(node.config, texts) ?? texts.nodes.unknownSummary;
  const ways = outcomesOfNode(node).map(({ name }) =>
    describeOutcome(document, { nodeId: node.id, outcome: name }, texts),
  );
  return [summary.replaceAll(/([.!?…]?)\n/g, (_, stop: string) => `${stop || "."} `), ...ways].join(" ");
}

/** Where an outcome leads, in a sentence. */
function describeOutcome(
  document: FlowDocument,
  { nodeId, outcome }: { readonly nodeId: string; readonly outcome: string },
  texts: Texts,
): string {
  const title = outcomeTitle(outcome, texts);
  const target = targetOf(document, nodeId, outcome);
  switch (target?.type) {
    case undefined:
      return texts.canvas.leadsNowhere(title);
    case "edge":
      return texts.canvas.leadsTo(title, titleById(document, target.edge.target, texts));
    case "fallback": {
      const node = nodeById(document, nodeId);
      const fallback = node && outcomesOfNode(node).find(({ name }) => name === outcome)?.fallback;
      const other = outcomeTitle(fallback ?? "", texts);
      return texts.canvas.leadsLike(title, other, titleById(document, target.target, texts));
    }
    case "default":
      return texts.canvas.leadsByDefault(title, titleById(document, target.target, texts));
  }
}

/** Where an outcome without an edge of its own leads all the same; empty where it leads nowhere. */
export function faintTarget(document: FlowDocument, nodeId: string, outcome: string, texts: Texts): string {
  const target = targetOf(document, nodeId, outcome);
  return target === undefined || target.type === "edge" ? "" : titleById(document, target.target, texts);
}

function titleById(document: FlowDocument, nodeId: string, texts: Texts): string {
  const node = nodeById(document, nodeId);
  return node === undefined ? nodeId : nodeTitle(node, texts);
}

import type { FlowIssue } from "../issue.ts";
import { type FlowNode, outcomesOf } from "../nodes/index.ts";
import type { IndexedFlow } from "./indexed-flow.ts";

/** Green outcomes, and a time-out that is set, must lead somewhere; the failures may end the conversation, with a warning. */
export function checkOutcomes({ leadsTo }: IndexedFlow, node: FlowNode): FlowIssue[] {
  return outcomesOf(node)
    .filter((outcome) => leadsTo(node.id, outcome) === undefined)
    .flatMap((outcome): FlowIssue[] => {
      const place = { code: "outcome-unwired", nodeId: node.id, field: outcome.name };
      const fact = `${outcome.name} of ${node.id} leads nowhere;`;
      if (outcome.isRequired) {
        const message = `${fact} connect it to a node, or give the flow a default for it.`;
        return [{ severity: "error", ...place, message }];
      }
      // A time-out that is not set never comes.
      if (outcome.colour === "amber") return [];
      return [{ severity: "warning", ...place, message: `${fact} the conversation would end with an error.` }];
    });
}

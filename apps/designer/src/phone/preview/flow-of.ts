import { checkFlow, type Flow, type FlowIssue, parseFlow } from "@parley/flow";
import type { FlowDocument } from "../../document/flow-document.ts";
import { toDraft } from "../../document/open-document.ts";

/** A document as a flow that can run, or the errors that keep it from it. */
export type RunnableFlow =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly issues: readonly FlowIssue[] };

/** Reads a document as the server does when it is made live. */
export function flowOf(document: FlowDocument): RunnableFlow {
  const parsed = parseFlow(toDraft(document));
  if (!parsed.ok) return parsed;
  const errors = checkFlow(parsed.flow).filter(({ severity }) => severity === "error");
  return errors.length === 0 ? parsed : { ok: false, issues: errors };
}

/** Whether two documents behave the same: where nodes stand, and what is noted about them, is nothing to a conversation. */
export function behavesLike(before: FlowDocument, now: FlowDocument): boolean {
  if (before === now) return true;
  const { settings, variables, edges, nodes } = before;
  if (settings !== now.settings || variables !== now.variables || edges !== now.edges) return false;
  return (
    nodes.length === now.nodes.length &&
    nodes.every((node, index) => {
      const other = now.nodes[index];
      const isSame = other === node;
      return isSame || (other !== undefined && parts.every((part) => node[part] === other[part]));
    })
  );
}

const parts = ["id", "type", "name", "config", "onEnter", "onLeave"] as const;

import { assertNever, invariant } from "@parley/messaging";
import type { CompiledNode } from "./compiled-node.ts";
import type { Action } from "./machine/state-shape.ts";
import { mergeReceipt } from "./send-record.ts";
import type { Step } from "./step.ts";

/** Runs one action of the machine as a step of its node. */
export function runAction(nodes: ReadonlyMap<string, CompiledNode>, action: Action, step: Step): void {
  switch (action.type) {
    case "enter":
      enter(compiled(nodes, action.params.node), step);
      return;
    case "react": {
      const reaction = compiled(nodes, action.params.node).behaviour.reactions?.[action.params.reaction];
      invariant(reaction, "a transition names a reaction of its node");
      reaction(step);
      return;
    }
    case "leave":
      leave(compiled(nodes, action.params.node), action.params.outcome, step);
      return;
    case "merge-receipt":
      merge(step);
      return;
    case "finish":
      finish(action.params.how, step);
      return;
    default:
      assertNever(action);
  }
}

function compiled(nodes: ReadonlyMap<string, CompiledNode>, id: string): CompiledNode {
  const found = nodes.get(id);
  invariant(found, "an action names a node of its flow");
  return found;
}

function enter({ node, behaviour }: CompiledNode, step: Step): void {
  step.update({ visits: step.context.visits + 1, decision: null });
  step.note({ type: "node-entered", nodeId: node.id });
  step.act(node.onEnter);
  behaviour.enter(step);
}

function leave({ node, ways }: CompiledNode, outcome: string, step: Step): void {
  const way = ways[outcome];
  invariant(way, "a node leaves by one of its outcomes");
  step.act(node.onLeave);
  step.update({ decision: null });
  if (way.type === "node") {
    step.note({ type: "node-left", nodeId: node.id, outcome, target: way.target });
    return;
  }
  step.note({ type: "node-left", nodeId: node.id, outcome });
  step.note({ type: "ended", result: way.result, reason: way.reason });
  step.update({ result: way.result });
}

/** A receipt belongs to the node whose latest send has its key; one for an earlier send of that node changes nothing here. */
function merge(step: Step): void {
  const { event } = step;
  invariant(event.type === "receipt-received", "only receipts are merged");
  const { sends } = step.context;
  const sender = Object.entries(sends).find(([, record]) => record.key === event.key);
  if (sender === undefined) return;
  const [nodeId, record] = sender;
  const merged = mergeReceipt(record, event.receipt);
  if (merged !== record) step.update({ sends: { ...sends, [nodeId]: merged } });
}

function finish(how: "exhausted" | "interrupted" | "stopped", step: Step): void {
  const { event } = step;
  const end = (result: string, reason: string): void => {
    step.update({ result, decision: null });
    step.note({ type: "ended", result, reason });
  };
  switch (how) {
    case "exhausted":
      end("error", "Node execution limit reached.");
      return;
    case "interrupted":
      invariant(event.type === "conversation-interrupted", "an interruption names the flow that took over");
      step.note({ type: "node-left", nodeId: step.nodeId, outcome: "onTimeout" });
      end("incomplete", `Flow ${event.byFlowId} took the contact over.`);
      return;
    case "stopped":
      invariant(event.type === "conversation-stopped", "a stop says why");
      end("incomplete", event.reason);
      return;
    default:
      assertNever(how);
  }
}

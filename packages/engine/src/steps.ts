import { assertNever, invariant } from "@parley/messaging";
import type { CompiledNode } from "./compiled-node.ts";
import type { Action } from "./machine/state-shape.ts";
import type { KeepOutputs } from "./kept-outputs.ts";
import { mergeReceipt, type SendRecord } from "./send-record.ts";
import type { Step } from "./step.ts";

/** What steps look up: the nodes of their flow, how many of them a conversation may execute, and what it keeps of their outputs. */
export type Program = {
  readonly nodes: ReadonlyMap<string, CompiledNode>;
  readonly maxNodeExecutions: number;
  readonly keep: KeepOutputs;
};

/** Runs one action of the machine as a step of its node. */
export function runAction(program: Program, action: Action, step: Step): void {
  switch (action.type) {
    case "enter":
      enter(program, step);
      return;
    case "react":
      react(compiledOf(program, step), action.params.reaction, step);
      return;
    case "leave":
      if (action.params.reaction !== undefined) react(compiledOf(program, step), action.params.reaction, step);
      leave(compiledOf(program, step), action.params.outcome, step);
      return;
    case "merge-receipt":
      merge(step);
      return;
    case "record-reply":
      recordReply(step);
      return;
    case "interrupt":
      interrupt(compiledOf(program, step), step);
      return;
    case "stop":
      stop(step);
      return;
    default:
      assertNever(action);
  }
}

function compiledOf({ nodes }: Program, { nodeId }: Step): CompiledNode {
  const found = nodes.get(nodeId);
  invariant(found, "an action names a node of its flow");
  return found;
}

/** A node beyond the limit is not executed: it sends nothing and sets nothing, and the machine goes on to the end. */
function enter(program: Program, step: Step): void {
  const visits = step.context.visits + 1;
  step.update({ visits, decision: null, waitMs: null });
  step.stopListening();
  if (visits > program.maxNodeExecutions) {
    end(step, "error", "Node execution limit reached.");
    return;
  }
  const { node, behaviour } = compiledOf(program, step);
  step.note({ type: "node-entered", nodeId: node.id });
  step.act(node.onEnter);
  behaviour.enter(step);
}

function react({ behaviour }: CompiledNode, name: string, step: Step): void {
  const reaction = behaviour.reactions?.[name];
  invariant(reaction, "a transition names a reaction of its node");
  reaction(step);
}

function leave({ node, ways }: CompiledNode, outcome: string, step: Step): void {
  const way = ways[outcome];
  invariant(way, "a node leaves by one of its outcomes");
  step.act(node.onLeave);
  step.update({ decision: null });
  const left = { type: "node-left", nodeId: node.id, outcome } as const;
  if (way.type === "node") {
    step.note({ ...left, target: way.target });
    return;
  }
  step.note(left);
  end(step, way.result, way.reason);
}

/** A receipt belongs to the node whose latest send has its key; one for an earlier send of that node changes nothing here. */
function merge(step: Step): void {
  const { event } = step;
  invariant(event.type === "receipt-received", "only receipts are merged");
  changeRecord(step, event.key, (record) => mergeReceipt(record, event.receipt));
}

/** What was chosen belongs to the node whose latest send has its key, as a receipt does. The last word stays: people may choose again. */
function recordReply(step: Step): void {
  const { event } = step;
  invariant(event.type === "reply-recorded", "only replies are recorded");
  changeRecord(step, event.key, (record) => ({ ...record, reply: event.reply }));
}

function changeRecord(step: Step, key: string, change: (record: SendRecord) => SendRecord): void {
  const { sends } = step.context;
  const sender = Object.entries(sends).find(([, record]) => record.key === key);
  invariant(sender, "what concerns a send has one");
  const [nodeId, record] = sender;
  const changed = change(record);
  if (changed !== record) step.update({ sends: { ...sends, [nodeId]: changed } });
}

/** The node is left like one whose time is up, but for where it leads. */
function interrupt({ node }: CompiledNode, step: Step): void {
  const { event } = step;
  invariant(event.type === "conversation-interrupted", "an interruption names the flow that took over");
  step.act(node.onLeave);
  step.note({ type: "node-left", nodeId: node.id, outcome: "onTimeout" });
  end(step, "incomplete", `Flow ${event.byFlowId} took the contact over.`);
}

function stop(step: Step): void {
  const { event } = step;
  invariant(event.type === "conversation-stopped", "a stop says why");
  end(step, "incomplete", event.reason);
}

function end(step: Step, result: string, reason: string): void {
  step.update({ result });
  step.stopListening();
  step.note({ type: "ended", result, reason });
}

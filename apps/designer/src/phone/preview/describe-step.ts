import type { JournalEntry } from "@parley/engine";
import { textOf } from "@parley/flow";
import { assertNever, type InboundContent } from "@parley/messaging";
import type { PreviewStep } from "@parley/simulator";
import { nodeById } from "../../document/lookup.ts";
import type { FlowDocument } from "../../document/flow-document.ts";
import { named } from "../../nodes/in-words.ts";
import { nodeTitle, outcomeTitle } from "../../nodes/titles.ts";
import type { Texts } from "../../texts/en/index.ts";

/** A step in words: what happened, and line by line what came of it. */
export type DescribedStep = { readonly headline: string; readonly lines: readonly StepLine[] };

/** One thing that came of a step; `nodeId` is the node to look at for it. */
export type StepLine = {
  readonly text: string;
  readonly tone: "plain" | "amber" | "red";
  readonly nodeId?: string | undefined;
};

/** Says a step of a preview for people. Node and outcome names are those of the document that the preview runs. */
export function describeStep(step: PreviewStep, document: FlowDocument, texts: Texts): DescribedStep {
  const name = (nodeId: string): string => nodeName(document, nodeId, texts);
  const lines = step.entries.flatMap((entry) => lineOf(entry, name, texts));
  return { headline: headlineOf(step.event, texts), lines };
}

/** What a node is called: its title, or its id where the document no longer has it. */
export function nodeName(document: FlowDocument, nodeId: string, texts: Texts): string {
  const node = nodeById(document, nodeId);
  return node === undefined ? nodeId : nodeTitle(node, texts);
}

function headlineOf(event: PreviewStep["event"], { phone: { step } }: Texts): string {
  switch (event.type) {
    case "conversation-started":
      return step.started(contentOf(event.message.content));
    case "message-received":
      return step.received(contentOf(event.message.content));
    case "conversation-triggered":
      return step.triggered(signalName(event.signal, step));
    case "signal-received":
      return step.signalled(signalName(event.signal, step));
    case "reply-recorded":
      return step.replyRecorded;
    case "send-accepted":
      return event.notes === undefined || event.notes.length === 0 ? step.accepted : event.notes.join(" ");
    case "send-refused":
    case "send-failed":
      return step.notSent(event.refusal.sentence);
    case "receipt-received":
    case "receipt-recorded": {
      const { status, error } = event.receipt;
      return error === undefined ? step.receipt[status] : step.receiptFailed(error.title, error.code);
    }
    case "task-answered":
      return event.answer.type === "done" ? step.taskDone : step.taskFailed(event.answer.reason);
    case "timer-fired":
      return step.timer;
    case "conversation-interrupted":
      return step.interrupted;
    case "conversation-stopped":
      return step.stopped(event.reason);
    case "message-deferred":
      return step.deferred;
    case "message-dropped":
      return step.dropped(event.reason);
    case "message-unhandled":
      return step.unhandled;
    case "send-attempted":
      return step.attempted(event.attempt, event.outcome);
    case "policy-observed":
      return step.policyObserved(event.sentence);
    case "opt-in-recorded":
      return event.optIn.status === "opted-in" ? step.optedIn : step.optedOut;
    case "signal-unhandled":
      return step.signalUnhandled;
    case "conversation-parked":
      return step.parked(event.reason);
    default:
      return assertNever(event);
  }
}

/** The words of a message, or of the button or row that was chosen; else what kind it is of. */
function contentOf(content: InboundContent): string {
  switch (content.type) {
    case "text":
    case "postback":
      return content.text;
    case "list-reply":
    case "button-reply":
      return content.title;
    default:
      return content.type;
  }
}

function signalName(signal: { readonly type: string; readonly event?: string }, step: Texts["phone"]["step"]): string {
  return signal.event ?? step.webhook;
}

/** That a node was entered is told by the way that led to it. */
function lineOf(entry: JournalEntry, name: (nodeId: string) => string, texts: Texts): StepLine[] {
  const { step } = texts.phone;
  switch (entry.type) {
    case "node-entered":
      return [];
    case "node-left": {
      const { nodeId, target, outcome } = entry;
      const way = outcomeTitle(outcome, texts);
      if (target === undefined) return [{ text: step.wayOut(name(nodeId), way), tone: "amber", nodeId }];
      return [{ text: step.way(name(nodeId), way, name(target)), tone: "plain", nodeId: target }];
    }
    case "variable-set":
      return [{ text: step.set(entry.name, textOf(entry.value)), tone: "plain", nodeId: entry.nodeId }];
    case "value-logged":
      return [{ text: step.logged(entry.text), tone: "plain", nodeId: entry.nodeId }];
    case "warned":
      return [{ text: step.warned(name(entry.nodeId), entry.message), tone: "amber", nodeId: entry.nodeId }];
    case "failed":
      return [{ text: step.failed(name(entry.nodeId), entry.reason), tone: "red", nodeId: entry.nodeId }];
    case "ended": {
      const result = named(texts.nodes.results, entry.result);
      const text = entry.reason === undefined ? step.ended(result) : step.endedBecause(result, entry.reason);
      return [{ text, tone: "plain" }];
    }
    default:
      return assertNever(entry);
  }
}

import type { JournalEntry, TurnEvent } from "@parley/engine";
import { type Flow, outcomesOf } from "@parley/flow";
import type { GoldenFile } from "../describe-golden-conversations.ts";

type NodeLeft = Extract<JournalEntry, { readonly type: "node-left" }>;
type Node = Flow["nodes"][number];

/**
 * The rows of the rule of unwired outcomes that a golden conversation proves, such as `receive onTimeout by default`: by the outcome's own
 * edge, by that of its fallback, by the flow's default for it, or to nowhere. The branches that a flow names stand under `a named branch`.
 */
export function wiringRowsOf(file: GoldenFile): readonly string[] {
  return leavings(file).map(({ node, entry }) => {
    const isNamed =
      "branches" in node.config && node.config.branches.some((branch) => nameOf(branch) === entry.outcome);
    return `${node.type} ${isNamed ? "a named branch" : entry.outcome} by ${wayOf(file.flow, node, entry)}`;
  });
}

/** Branches are names, or have names. */
function nameOf(branch: string | { readonly name: string }): string {
  return typeof branch === "string" ? branch : branch.name;
}

/** The rows of the table of Wait For that a golden conversation proves, such as `read onDeliveryReportFail by failed`. */
export function sendRowsOf(file: GoldenFile): readonly string[] {
  return leavings(file).flatMap(({ node, entry, event }) => {
    if (node.type !== "whatsapp") return [];
    return [`${node.config.waitFor} ${entry.outcome} by ${causeOf(event)}`];
  });
}

/** Every way out of a node that was taken, but those of a conversation that was taken over: these follow no edge. */
function leavings({ flow, play }: GoldenFile): { node: Node; entry: NodeLeft; event: TurnEvent }[] {
  return play().turns.flatMap(({ event, journal }) =>
    journal.flatMap((entry) => {
      const node = entry.type === "node-left" ? flow.nodes.find(({ id }) => id === entry.nodeId) : undefined;
      const isTaken = entry.type === "node-left" && event.type !== "conversation-interrupted";
      return node !== undefined && isTaken ? [{ node, entry, event }] : [];
    }),
  );
}

function wayOf({ edges, settings }: Flow, node: Node, { outcome, target }: NodeLeft): string {
  const hasEdge = (name: string | undefined): boolean =>
    edges.some((edge) => edge.source === node.id && edge.outcome === name);
  if (target === undefined) return "nowhere";
  if (hasEdge(outcome)) return "edge";
  const { fallback } = outcomesOf(node).find(({ name }) => name === outcome) ?? {};
  if (hasEdge(fallback)) return "fallback";
  return settings.outcomeDefaults[outcome]?.target === target ? "default" : "a way that no rule knows";
}

/** What made a send leave. A refusal is told by its code; invalid values are found out when the node is entered. */
function causeOf(event: TurnEvent): string {
  switch (event.type) {
    case "receipt-received":
      return event.receipt.status;
    case "send-refused":
    case "send-failed":
      return `${event.type} ${event.refusal.code}`;
    case "send-accepted":
    case "timer-fired":
      return event.type;
    default:
      return "entry";
  }
}

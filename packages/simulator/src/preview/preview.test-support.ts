import type { JournalEntry } from "@parley/engine";
import type { Template } from "@parley/messaging";
import { type DrawnFlow, drawFlow, seededRandom } from "@parley/testing";
import { createPreview, type Preview, type PreviewStep } from "./index.ts";

/** A preview of a drawn flow with Ada, on the first of January 2026, and its journal in the lines that golden conversations are written in. */
export type TestPreview = {
  readonly preview: Preview;
  /** What the steps since the last call say. */
  journal(): readonly string[];
};

/** The WA ID of the person of every preview. */
const ada = { waId: "31612345678", name: "Ada" };

/** Begins a preview. */
export function createTestPreview(flow: DrawnFlow, id = "story", templates: readonly Template[] = []): TestPreview {
  const preview = createPreview({
    templates,
    flow: { ...drawFlow(flow), id, name: id },
    startAt: Date.UTC(2026, 0, 1),
    random: seededRandom(7),
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    contact: ada,
  });
  let told = 0;
  return {
    preview,
    journal: () => {
      const fresh = preview.state().steps.slice(told);
      told += fresh.length;
      return fresh.map((step) => stepLine(step, id, preview));
    },
  };
}

function stepLine({ conversationId, event, entries }: PreviewStep, flowId: string, preview: Preview): string {
  const nameOf = (messageId: string): string => {
    const { entries } = preview.state();
    const direction = entries.find(({ id }) => id === messageId)?.direction;
    const place = entries.filter((entry) => entry.direction === direction).findIndex(({ id }) => id === messageId);
    return `${direction === "in" ? "m" : "w"}${place + 1}`;
  };
  const evidence = (text: string): string =>
    text.replace(/^Message (\S+):/, (_, id: string) => `Message ${nameOf(id)}:`);
  const about = [
    "message" in event ? nameOf(event.message.id) : undefined,
    "messageId" in event ? nameOf(event.messageId ?? "") : undefined,
    "key" in event ? `${flowId}#${event.key.split("-").slice(-2).join("-")}` : undefined,
    "receipt" in event ? event.receipt.status : undefined,
    "timerId" in event ? event.timerId : undefined,
    "optIn" in event ? `${event.optIn.status} by ${event.optIn.source}: ${evidence(event.optIn.evidence)}` : undefined,
    "refusal" in event ? `${event.refusal.code} ${event.refusal.sentence}` : undefined,
    "reason" in event ? event.reason : undefined,
    "outcome" in event ? `attempt ${event.attempt}: ${event.outcome}` : undefined,
  ];
  const who = conversationId === undefined ? "nobody" : `${flowId}#${conversationId.split("-").at(-1)}`;
  const head = [who, event.type, ...about.filter((word) => word !== undefined)].join(" ");
  return entries.length === 0 ? head : `${head}: ${entries.map(entryLine).join("; ")}`;
}

function entryLine(entry: JournalEntry): string {
  if (entry.type === "node-entered") return `${entry.nodeId} entered`;
  if (entry.type === "failed") return `${entry.nodeId} failed: ${entry.reason}`;
  if (entry.type === "ended") return `ended as ${entry.result}${entry.reason === undefined ? "" : `: ${entry.reason}`}`;
  if (entry.type !== "node-left") throw new Error(`The goldens that previews play have no entry ${entry.type}.`);
  return `${entry.nodeId} left by ${entry.outcome}${entry.target === undefined ? "" : ` for ${entry.target}`}`;
}

/** The Start of every preview. */
export const start = {
  id: "n2",
  type: "start",
  config: { trigger: { type: "whatsapp", event: "whatsapp.mo" } },
} as const;

/** A greeting that waits for what the case says, then for a reply of five minutes. */
export function greeting(waitFor: "none" | "submit" | "delivery" | "read" = "none"): DrawnFlow {
  const wait = waitFor === "none" ? {} : { waitFor, timeoutSeconds: 60 };
  const left = { none: "onSuccess", submit: "onSubmit", delivery: "onDeliveryReportSuccess", read: "onRead" }[waitFor];
  return {
    variables: [{ name: "choice", default: "nothing yet" }],
    nodes: [
      start,
      { id: "n3", type: "whatsapp", config: { message: { type: "text", body: "Hello" }, ...wait } },
      {
        id: "n4",
        type: "receive",
        config: { events: [{ type: "whatsapp.mo" }], timeoutSeconds: 300 },
        onLeave: [{ type: "set-variable", name: "choice", value: "$(n4.receive.message)" }],
      },
      { id: "n5", type: "end", config: {} },
      { id: "n6", type: "end", config: { result: "too late" } },
      { id: "n7", type: "end", config: { result: "policy" } },
      { id: "n8", type: "end", config: { result: "undelivered" } },
      { id: "n9", type: "end", config: { result: "failed" } },
    ],
    edges: [
      "n2 onBegin n3",
      `n3 ${left} n4`,
      "n3 onPolicyFail n7",
      ...(waitFor === "none" ? [] : ["n3 onTimeout n6", "n3 onDeliveryReportFail n8"]),
      "n3 onError n9",
      "n4 whatsapp.mo n5",
      "n4 onTimeout n6",
    ],
  };
}

/** What the phone shows, in lines. */
export function chat({ preview }: TestPreview): readonly string[] {
  return preview.state().entries.map(({ direction, text, status }) => `${direction} ${text} (${status})`);
}

/** Where the conversations stand, in lines. */
export function stands({ preview }: TestPreview): readonly string[] {
  return preview
    .state()
    .conversations.map(
      ({ nodeId, status, result }) => `${nodeId} ${status}${result === undefined ? "" : ` ${result}`}`,
    );
}

import type { JournalEntry } from "@parley/engine";
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
export function createTestPreview(flow: DrawnFlow, id = "story"): TestPreview {
  const preview = createPreview({
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

import { getConversation, readJournal } from "@parley/api";
import { ask } from "../server/ask.ts";
import type { FlowSession, TraceState } from "../session/flow-session.ts";
import { shellLimits } from "./limits.ts";

/** Shows on the canvas the way that a conversation took, and where it stands. Throws `ServerError`. */
export async function showTrace(session: FlowSession, conversationId: string, signal: AbortSignal): Promise<void> {
  const params = { conversationId };
  const { nodeId } = await ask(getConversation, { params, signal });
  const taken: TraceState["taken"][number][] = [];
  let after = 0;
  for (let page = 0; page < shellLimits.journalPages; page++) {
    const { journal } = await ask(readJournal, { params, query: { after: String(after) }, signal });
    for (const { at, entries } of journal) taken.push(...waysOf(entries, at));
    const last = journal.at(-1);
    if (last === undefined) break;
    after = last.number;
  }
  session.trace.setState({ taken, currentNodeIds: new Set(nodeId === undefined ? [] : [nodeId]) });
}

/** The ways that were taken, of what a turn noted. */
export function waysOf(entries: readonly unknown[], at: number): TraceState["taken"] {
  return entries.flatMap((entry) => {
    const { type, nodeId, outcome } = (entry ?? {}) as Readonly<Record<string, unknown>>;
    if (type !== "node-left" || typeof nodeId !== "string" || typeof outcome !== "string") return [];
    return [{ nodeId, outcome, at }];
  });
}

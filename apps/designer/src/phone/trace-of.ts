import type { TurnNews } from "@parley/api";
import type { PreviewConversation, PreviewStep } from "@parley/simulator";
import type { TraceState } from "../session/flow-session.ts";
import { phoneLimits } from "./limits.ts";

/** No conversation anywhere. */
export const noTrace: TraceState = { currentNodeIds: new Set(), taken: [] };

/** Where the conversations of a preview stand, and the ways they came. */
export function traceOfPreview(
  steps: readonly PreviewStep[],
  conversations: readonly PreviewConversation[],
): TraceState {
  const standing = conversations.flatMap(({ status, nodeId }) => (status === "live" && nodeId ? [nodeId] : []));
  const taken = steps.flatMap(({ at, entries }) =>
    entries.flatMap((entry) => {
      return entry.type === "node-left" ? [{ nodeId: entry.nodeId, outcome: entry.outcome, at }] : [];
    }),
  );
  return { currentNodeIds: new Set(standing), taken: taken.slice(-phoneLimits.taken) };
}

/** Live conversations that are followed: where each stands, by its id, and the ways they came. */
export type Followed = { readonly standing: ReadonlyMap<string, string>; readonly taken: TraceState["taken"] };

/** Nobody followed yet. */
export const nobodyFollowed: Followed = { standing: new Map(), taken: [] };

/** What is followed after one more turn. A conversation that has ended stands nowhere. */
export function afterTurn({ standing, taken }: Followed, turn: TurnNews): Followed {
  const { conversationId, at, left, nodeId, status } = turn;
  const next = new Map(standing);
  next.delete(conversationId);
  if (status === "live" && nodeId !== undefined) next.set(conversationId, nodeId);
  const ways = left.map((way) => ({ ...way, at }));
  return { standing: next, taken: [...taken, ...ways].slice(-phoneLimits.taken) };
}

/** What the canvas shows of those who are followed. */
export function traceOfFollowed({ standing, taken }: Followed): TraceState {
  return { currentNodeIds: new Set(standing.values()), taken };
}

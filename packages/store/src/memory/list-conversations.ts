import type { ConversationQuery, ConversationRow } from "../index.ts";
import { compareText } from "./memory-data.ts";

/** One page of the conversations that a query asks for, the latest start first. An unknown `before` has nothing after it. */
export function listConversations(
  conversations: readonly ConversationRow[],
  { flowId, status, before, limit }: ConversationQuery,
): readonly ConversationRow[] {
  const start = conversations.find(({ id }) => id === before);
  if (before !== undefined && start === undefined) return [];
  return conversations
    .filter((row) => flowId === undefined || row.flowId === flowId)
    .filter((row) => status === undefined || row.status === status)
    .filter((row) => start === undefined || latestFirst(start, row) < 0)
    .toSorted(latestFirst)
    .slice(0, limit);
}

function latestFirst(left: ConversationRow, right: ConversationRow): number {
  return right.startedAt - left.startedAt || compareText(right.id, left.id);
}

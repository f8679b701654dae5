import type { Loaded, LoadRequest, TopicRow } from "../index.ts";
import { compareText, keyOf, type MemoryData } from "./memory-data.ts";

/** What a request asks for, as far as it is there. */
export function findLoaded(data: MemoryData, request: LoadRequest): Loaded {
  const { inbox, aliases, sends, parkedReceipts, threads } = data;
  const keys = new Set(request.sendKeys);
  const messageIds = new Set(request.messageIds);
  const names = new Set(request.aliases.map(({ appId, identity }) => keyOf(appId, identity)));
  const foundAliases = [...names].flatMap((name) => aliases.get(name) ?? []);
  const foundSends = [...sends.values()].filter(
    ({ key, messageId }) => keys.has(key) || (messageId !== undefined && messageIds.has(messageId)),
  );
  const topics = findTopics(data, new Set(request.topics));
  const threadIds = new Set(request.threadIds);
  for (const { threadId } of [...foundAliases, ...foundSends, ...topics]) threadIds.add(threadId);
  return {
    seenInboxIds: [...new Set(request.inboxIds)].filter((id) => inbox.has(id)),
    aliases: foundAliases,
    sends: foundSends,
    parkedReceipts: parkedReceipts.filter(({ messageId }) => messageIds.has(messageId)),
    topics,
    threads: [...threadIds].flatMap((id) => threads.get(id) ?? []),
  };
}

function findTopics({ topics }: MemoryData, asked: ReadonlySet<string>): TopicRow[] {
  if (asked.size === 0) return [];
  const rows = [...topics].flatMap(([conversationId, { threadId, topics: own }]) =>
    own.filter((topic) => asked.has(topic)).map((topic) => ({ topic, threadId, conversationId })),
  );
  return rows.toSorted(
    (left, right) => compareText(left.topic, right.topic) || compareText(left.conversationId, right.conversationId),
  );
}

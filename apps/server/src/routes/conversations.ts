import { endConversation, getConversation, listConversations, readJournal } from "@parley/api";
import { nodeOf } from "@parley/engine";
import type { Host } from "@parley/host";
import type { ConversationRow, LiveConversation, Store } from "@parley/store";
import type { FastifyInstance } from "fastify";
import { RequestError } from "../http-error.ts";
import { registerRoute } from "../register-route.ts";

/** Conversations: list, look into, read the journal, end. */
export function conversationRoutes(app: FastifyInstance, { store, host }: { store: Store; host: Host }): void {
  registerRoute(app, listConversations, async ({ query }) => ({
    conversations: (await store.listConversations(query)).map(summaryOf),
  }));

  registerRoute(app, getConversation, async ({ params }) => {
    const found = await find(store, params.conversationId);
    const live = found.final === undefined ? await findLive(store, found) : undefined;
    // It may have ended between the two looks; then its row has it by now.
    const row = found.final === undefined && live === undefined ? await find(store, found.id) : found;
    const conversation = row.final ?? live?.conversation;
    const { contact, variables, outputs, sends } = conversation?.context ?? {};
    return {
      ...summaryOf(row),
      nodeId: conversation === undefined ? undefined : nodeOf(conversation),
      ...{ contact, variables, outputs, sends },
      deferred: live?.deferred.length ?? 0,
      parkedBecause: live?.parked?.reason,
    };
  });

  registerRoute(app, readJournal, async ({ params, query }) => {
    const { id } = await find(store, params.conversationId);
    const rows = await store.readJournal({ conversationId: id, ...query });
    const journal = rows.map(({ number, at, event, entries, effects }) => ({
      ...{ number, at, event },
      entries: [...entries],
      effects: [...effects],
    }));
    return { journal };
  });

  registerRoute(app, endConversation, async ({ params, body: { reason } }) => {
    const { id, threadId, status } = await find(store, params.conversationId);
    if (status === "ended") throw new RequestError("conflict", "The conversation has ended already.");
    await host.deliver([{ type: "stop-conversation", threadId, conversationId: id, reason }]);
    return {};
  });
}

function summaryOf({ id, appId, flowId, flowVersion, startedAt, status, endedAt, result }: ConversationRow) {
  return { id, appId, flowId, flowVersion, startedAt, status, endedAt, result };
}

async function find(store: Store, id: string): Promise<ConversationRow> {
  const row = await store.getConversation(id);
  if (row === undefined) throw new RequestError("not-found", `There is no conversation with the id ${id}.`);
  return row;
}

async function findLive(store: Store, { id, threadId }: ConversationRow): Promise<LiveConversation | undefined> {
  const nothing = { inboxIds: [], aliases: [], sendKeys: [], messageIds: [], topics: [] };
  const { threads } = await store.load({ ...nothing, threadIds: [threadId] });
  return threads[0]?.thread.live.find(({ conversation }) => conversation.id === id);
}

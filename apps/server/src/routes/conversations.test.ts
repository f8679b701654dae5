import { type Conversation, compile, newConversation } from "@parley/engine";
import { parseFlow } from "@parley/flow";
import { invariant } from "@parley/messaging";
import type { ConversationRow, Store, Thread } from "@parley/store";
import { createMemoryStore } from "@parley/store/memory";
import fastify from "fastify";
import { describe, expect, test } from "vitest";
import { conversationRoutes } from "./conversations.ts";

const start = { trigger: { type: "whatsapp", event: "whatsapp.mo", conditions: [] } };
const parsed = parseFlow({
  ...{ format: "parley.flow/1", id: "story", name: "Story" },
  nodes: [
    { id: "n2", type: "start", config: start },
    { id: "n3", type: "end", config: {} },
  ],
  edges: [{ id: "e1", source: "n2", outcome: "onBegin", target: "n3" }],
});
invariant(parsed.ok, "the flow of the test is one");
const contact = { waId: "31612345678" };
const conversation = newConversation(compile(parsed.flow, 1), { id: "t1-1", appId: "app", contact });
const ended: Conversation = { ...conversation, status: "done" };

const row = {
  ...{ id: "t1-1", threadId: "t1", appId: "app", flowId: "story", flowVersion: 1, startedAt: 1_000, status: "live" },
} satisfies ConversationRow;
const thread: Thread = {
  ...{ id: "t1", appId: "app", contact, conversationCount: 1 },
  live: [{ conversation, startedAt: 1_000, deferred: [] }],
};

/** A store in which the conversation ends just before its thread is read for the first time. */
async function endingStore(): Promise<Store> {
  const store = createMemoryStore();
  await store.commit([{ thread: { expectedRevision: 0, state: thread }, conversations: [row] }]);
  const end = {
    thread: { expectedRevision: 1, state: { ...thread, live: [] } },
    conversations: [{ ...row, status: "ended", endedAt: 2_000, result: "success", final: ended }],
  } as const;
  return {
    ...store,
    load: async (request) => {
      await store.commit([end]);
      return store.load(request);
    },
  };
}

describe("It is true that a conversation", () => {
  test("that ends while it is looked at is shown as it ended", async () => {
    await using app = fastify({ logger: false });
    conversationRoutes(app, { store: await endingStore(), host: undefined as never });
    const { statusCode, body } = await app.inject({ url: "/api/conversations/t1-1" });
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ id: "t1-1", status: "ended", result: "success", contact });
  });
});

import { expect } from "vitest";
import type { ConversationQuery, Store } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { conversation, conversationState } from "./sample-rows.ts";

/** The list of conversations. */
export function describeConversations(testStore: TestStore): void {
  testStore("lists conversations page by page, the latest start first, ties by id", async (store) => {
    const ids = Array.from({ length: 10 }, (_, index) => `c${index}`);
    await store.commit(ids.map((id, index) => ({ conversations: [conversation(id, { startedAt: index >> 2 })] })));
    expect(await pages(store, 3)).toEqual([["c9", "c8", "c7"], ["c6", "c5", "c4"], ["c3", "c2", "c1"], ["c0"]]);
    expect(await pages(store, 10)).toEqual([ids.toReversed()]);
  });

  testStore("goes on after the same conversation whatever starts or ends meanwhile", async (store) => {
    await store.commit([{ conversations: ["a", "b", "c"].map((id) => conversation(id)) }]);
    const first = await store.listConversations({ limit: 2 });
    expect(first.map(({ id }) => id)).toEqual(["c", "b"]);
    const later = conversation("d", { startedAt: 9_000 });
    await store.commit([{ conversations: [later, conversation("b", { status: "ended", endedAt: 9_000 })] }]);
    expect((await store.listConversations({ limit: 2, before: "b" })).map(({ id }) => id)).toEqual(["a"]);
  });

  testStore("lists those of one flow, of one status, or of both", async (store) => {
    const rows = ["f1", "f2"].flatMap((flowId) =>
      (["live", "parked", "ended"] as const).map((status) => conversation(`${flowId}-${status}`, { flowId, status })),
    );
    await store.commit([{ conversations: rows }]);
    expect(await pages(store, 2, { flowId: "f1" })).toEqual([["f1-parked", "f1-live"], ["f1-ended"]]);
    expect(await pages(store, 1, { status: "live" })).toEqual([["f2-live"], ["f1-live"]]);
    expect(await pages(store, 2, { flowId: "f2", status: "ended" })).toEqual([["f2-ended"]]);
    expect(await pages(store, 2, { flowId: "f3" })).toEqual([]);
  });

  testStore("has nothing after a conversation that it does not know", async (store) => {
    await store.commit([{ conversations: [conversation("a")] }]);
    expect(await store.listConversations({ limit: 10, before: "unknown" })).toEqual([]);
  });

  testStore("gives a conversation by its id, as it was last written", async (store) => {
    expect(await store.getConversation("a")).toBeUndefined();
    await store.commit([{ conversations: [conversation("a")] }]);
    expect(await store.getConversation("a")).toEqual(conversation("a"));
    const final = { ...conversationState("a"), status: "done" as const };
    const ended = conversation("a", { status: "ended", endedAt: 5_000, result: "Success", final });
    await store.commit([{ conversations: [ended] }]);
    expect(await store.getConversation("a")).toEqual(ended);
    expect(await store.listConversations({ limit: 10 })).toEqual([ended]);
  });
}

/** The ids of all pages, each after the last id of the one before. */
async function pages(store: Store, limit: number, query: Omit<ConversationQuery, "limit"> = {}): Promise<string[][]> {
  const rows = await store.listConversations({ ...query, limit });
  const ids = rows.map(({ id }) => id);
  return ids.length === 0 ? [] : [ids, ...(await pages(store, limit, { ...query, before: ids.at(-1) }))];
}

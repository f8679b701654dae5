import { expect } from "vitest";
import type { CommitUnit, Store } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { load, thread } from "./sample-rows.ts";

/** What conversations wait for outside their threads. */
export function describeTopics(testStore: TestStore): void {
  testStore("finds all conversations that wait for a topic, and their threads", async (store) => {
    await store.commit(["a", "b", "c"].map((id) => waiting(id, ["order 1", id])));
    const { topics, threads } = await load(store, { topics: ["order 1", "unknown"] });
    expect(topics).toEqual(["a", "b", "c"].map((id) => row("order 1", id)));
    expect(threads.map(({ thread: { id } }) => id).toSorted()).toEqual(["a", "b", "c"]);
    expect((await load(store, { topics: ["unknown"] })).topics).toEqual([]);
    expect((await load(store, { threadIds: ["a"] })).topics).toEqual([]);
  });

  testStore("gives each topic of a conversation that is asked for, in order, and no row twice", async (store) => {
    await store.commit([waiting("b", ["y", "x", "y", "z"]), waiting("a", ["y"])]);
    const { topics, threads } = await load(store, { topics: ["y", "x", "y"], threadIds: ["b"] });
    expect(topics).toEqual([row("x", "b"), row("y", "a"), row("y", "b")]);
    expect(threads).toHaveLength(2);
  });

  testStore("finds a topic whose thread is not there", async (store) => {
    await store.commit([{ topics: [{ threadId: "lost", conversationId: "lost-1", topics: ["x"] }] }]);
    expect(await load(store, { topics: ["x"] })).toMatchObject({ topics: [row("x", "lost")], threads: [] });
  });

  testStore("replaces all topics of a conversation, and those of no other", async (store) => {
    await store.commit([waiting("a", ["x", "y"]), waiting("b", ["x", "y"])]);
    await store.commit([{ topics: [{ threadId: "a", conversationId: "a-1", topics: ["y", "z"] }] }]);
    expect(await everyTopic(store)).toEqual([row("x", "b"), row("y", "a"), row("y", "b"), row("z", "a")]);
  });

  testStore("keeps nothing of a conversation that waits for nothing any more", async (store) => {
    const emptied = { topics: [{ threadId: "a", conversationId: "a-1", topics: [] }] };
    await store.commit([waiting("a", ["x", "y"]), waiting("b", ["x"])]);
    expect(await store.commit([emptied])).toEqual([{ type: "committed" }]);
    expect(await everyTopic(store)).toEqual([row("x", "b")]);
    expect(await store.commit([emptied])).toEqual([{ type: "committed" }]);
  });

  testStore("keeps the topics of a thread's conversations apart, also in one unit", async (store) => {
    const topics = (conversationId: string, ...names: string[]) => ({ threadId: "a", conversationId, topics: names });
    await store.commit([{ topics: [topics("a-1", "x"), topics("a-2", "x", "y")] }]);
    await store.commit([{ topics: [topics("a-1"), topics("a-3", "y")] }]);
    expect((await load(store, { topics: ["x", "y"] })).topics).toEqual([
      { topic: "x", threadId: "a", conversationId: "a-2" },
      { topic: "y", threadId: "a", conversationId: "a-2" },
      { topic: "y", threadId: "a", conversationId: "a-3" },
    ]);
  });

  testStore("keeps the topics of a unit that meets a conflict as they were", async (store) => {
    await store.commit([waiting("a", ["x"])]);
    expect(await store.commit([waiting("a", ["y"])])).toEqual([{ type: "conflict" }]);
    expect(await everyTopic(store)).toEqual([row("x", "a")]);
  });
}

function waiting(id: string, topics: readonly string[]): CommitUnit {
  return {
    thread: { expectedRevision: 0, state: thread(id) },
    topics: [{ threadId: id, conversationId: `${id}-1`, topics }],
  };
}

function row(topic: string, threadId: string): object {
  return { topic, threadId, conversationId: `${threadId}-1` };
}

async function everyTopic(store: Store): Promise<readonly object[]> {
  return (await load(store, { topics: ["x", "y", "z"] })).topics;
}

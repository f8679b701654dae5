import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { load, thread } from "./sample-rows.ts";

const committed = { type: "committed" };
const conflict = { type: "conflict" };

/** Threads and their revisions, and events that come twice. */
export function describeCommit(testStore: TestStore): void {
  testStore("takes a new thread at revision 1, and raises it with each commit", async (store) => {
    expect(await store.commit([{ thread: { expectedRevision: 0, state: thread("a") } }])).toEqual([committed]);
    expect((await load(store, { threadIds: ["a"] })).threads).toEqual([{ revision: 1, thread: thread("a") }]);
    const later = thread("a", { conversationCount: 2 });
    expect(await store.commit([{ thread: { expectedRevision: 1, state: later } }])).toEqual([committed]);
    expect((await load(store, { threadIds: ["a"] })).threads).toEqual([{ revision: 2, thread: later }]);
  });

  testStore("refuses a thread that was changed since it was read", async (store) => {
    await store.commit([{ thread: { expectedRevision: 0, state: thread("a") } }]);
    const changed = thread("a", { conversationCount: 9 });
    for (const expectedRevision of [0, 2, 7]) {
      expect(await store.commit([{ thread: { expectedRevision, state: changed } }])).toEqual([conflict]);
    }
    expect((await load(store, { threadIds: ["a"] })).threads).toEqual([{ revision: 1, thread: thread("a") }]);
  });

  testStore("refuses to change a thread that does not exist", async (store) => {
    expect(await store.commit([{ thread: { expectedRevision: 1, state: thread("a") } }])).toEqual([conflict]);
    expect((await load(store, { threadIds: ["a"] })).threads).toEqual([]);
  });

  testStore("lets the turns of one thread follow one another in one batch", async (store) => {
    const turn = (expectedRevision: number) => ({
      thread: { expectedRevision, state: thread("a", { conversationCount: expectedRevision }) },
    });
    expect(await store.commit([turn(0), turn(1), turn(1), turn(2)])).toEqual([
      committed,
      committed,
      conflict,
      committed,
    ]);
    const { threads } = await load(store, { threadIds: ["a"] });
    expect(threads).toEqual([{ revision: 3, thread: thread("a", { conversationCount: 2 }) }]);
  });

  testStore("lets one of many concurrent commits of a revision win", async (store) => {
    const calls = Array.from({ length: 300 }, (_, index) =>
      store.commit([{ thread: { expectedRevision: 0, state: thread("a", { conversationCount: index }) } }]),
    );
    const results = (await Promise.all(calls)).flat();
    expect(results.filter(({ type }) => type === "committed")).toHaveLength(1);
    expect(results.filter(({ type }) => type === "conflict")).toHaveLength(299);
    const winner = results.findIndex(({ type }) => type === "committed");
    const { threads } = await load(store, { threadIds: ["a"] });
    expect(threads).toEqual([{ revision: 1, thread: thread("a", { conversationCount: winner }) }]);
  });

  testStore("takes an event once, and remembers it", async (store) => {
    const unit = { inbox: [{ id: "wamid.1", receivedAt: 1_000 }] };
    expect(await store.commit([unit, unit])).toEqual([committed, conflict]);
    expect(await store.commit([unit])).toEqual([conflict]);
    expect((await load(store, { inboxIds: ["wamid.2", "wamid.1"] })).seenInboxIds).toEqual(["wamid.1"]);
  });

  testStore("refuses a unit that holds an event twice", async (store) => {
    const row = { id: "wamid.1", receivedAt: 1_000 };
    expect(await store.commit([{ inbox: [row, row] }])).toEqual([conflict]);
    expect((await load(store, { inboxIds: ["wamid.1"] })).seenInboxIds).toEqual([]);
  });
}

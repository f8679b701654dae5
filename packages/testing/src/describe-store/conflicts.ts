import { expect } from "vitest";
import type { CommitUnit } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { load, thread, traceOf, wholeUnit } from "./sample-rows.ts";

const committed = { type: "committed" };
const conflict = { type: "conflict" };
const failed = { type: "failed", reason: expect.stringMatching(/./) };

/** Compare-and-set, in all the forms in which someone else may have been first. */
export function describeConflicts(testStore: TestStore): void {
  testStore("lets the first of two units create a thread, in one commit and in two", async (store) => {
    expect(await store.commit([turn("a", 0, 1), turn("a", 0, 2)])).toEqual([committed, conflict]);
    expect(await store.commit([turn("a", 0, 3)])).toEqual([conflict]);
    const { threads } = await load(store, { threadIds: ["a"] });
    expect(threads).toEqual([{ revision: 1, thread: thread("a", { conversationCount: 1 }) }]);
  });

  testStore("lets the first of two units change a thread, in one commit and in two", async (store) => {
    await store.commit([turn("a", 0, 1)]);
    expect(await store.commit([turn("a", 1, 2), turn("a", 1, 3)])).toEqual([committed, conflict]);
    expect(await store.commit([turn("a", 1, 4)])).toEqual([conflict]);
    const { threads } = await load(store, { threadIds: ["a"] });
    expect(threads).toEqual([{ revision: 2, thread: thread("a", { conversationCount: 2 }) }]);
  });

  testStore("refuses what builds on a unit that met a conflict, and takes what builds on the truth", async (store) => {
    await store.commit([turn("a", 0, 1)]);
    const results = await store.commit([turn("a", 0, 2), turn("a", 2, 3), turn("a", 1, 4), turn("a", 2, 5)]);
    expect(results).toEqual([conflict, conflict, committed, committed]);
    const { threads } = await load(store, { threadIds: ["a"] });
    expect(threads).toEqual([{ revision: 3, thread: thread("a", { conversationCount: 5 }) }]);
  });

  testStore("refuses what builds on a unit that could not be stored", async (store) => {
    const poisoned = { ...turn("a", 0, 1), unrouted: [{ payload: 1n } as never] };
    expect(await store.commit([poisoned, turn("a", 1, 2), turn("a", 0, 3)])).toEqual([failed, conflict, committed]);
    const { threads } = await load(store, { threadIds: ["a"] });
    expect(threads).toEqual([{ revision: 1, thread: thread("a", { conversationCount: 3 }) }]);
  });

  testStore("does not raise the revision of a thread whose event was taken before", async (store) => {
    const inbox = [{ id: "wamid.1", receivedAt: 1_000 }];
    await store.commit([{ ...turn("a", 0, 1), inbox }]);
    expect(await store.commit([{ ...turn("a", 1, 2), inbox }, turn("a", 1, 3)])).toEqual([conflict, committed]);
    const { threads } = await load(store, { threadIds: ["a"] });
    expect(threads).toEqual([{ revision: 2, thread: thread("a", { conversationCount: 3 }) }]);
  });

  testStore("does not take the event of a unit whose thread was changed since", async (store) => {
    await store.commit([turn("a", 0, 1)]);
    const inbox = [{ id: "wamid.1", receivedAt: 1_000 }];
    expect(await store.commit([{ ...turn("a", 0, 2), inbox }])).toEqual([conflict]);
    expect(await store.commit([{ ...turn("a", 1, 2), inbox }])).toEqual([committed]);
  });

  testStore("tells the revisions of one thread from those of another", async (store) => {
    await store.commit([turn("a", 0, 1), turn("a", 1, 2), turn("b", 0, 1)]);
    expect(await store.commit([turn("b", 2, 3), turn("a", 2, 3), turn("b", 1, 3)])).toEqual([
      conflict,
      committed,
      committed,
    ]);
  });

  for (const expectedRevision of [0, 1, 3]) {
    testStore(`leaves no trace of a whole unit at revision ${expectedRevision} where 2 is true`, async (store) => {
      await store.commit([wholeUnit("a"), wholeUnit("a", 1)]);
      const before = await traceOf(store, "a");
      const stale = { ...wholeUnit("a", 4), thread: { expectedRevision, state: thread("a") } };
      expect(await store.commit([stale])).toEqual([conflict]);
      expect(await traceOf(store, "a")).toEqual(before);
    });
  }
}

function turn(id: string, expectedRevision: number, conversationCount: number): CommitUnit {
  return { thread: { expectedRevision, state: thread(id, { conversationCount }) } };
}

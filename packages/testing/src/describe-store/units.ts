import { expect } from "vitest";
import type { CommitUnit } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { load, thread, traceOf, wholeUnit } from "./sample-rows.ts";

/** Units: wholly or not at all, and none touches another. */
export function describeUnits(testStore: TestStore): void {
  testStore("commits nothing when there is nothing", async (store) => {
    expect(await store.commit([])).toEqual([]);
    expect(await store.commit([{}])).toEqual([{ type: "committed" }]);
  });

  for (const [sentence, spoilt, result] of spoiltUnits) {
    testStore(`leaves no trace of a unit ${sentence}, and commits its neighbours`, async (store) => {
      await store.commit([wholeUnit("a"), { inbox: [{ id: "taken", receivedAt: 1 }] }]);
      const before = await traceOf(store, "a");
      expect(await traceOf(store, "b")).toMatchObject({ loaded: { threads: [] }, journal: [] });
      const results = await store.commit([wholeUnit("b"), { ...wholeUnit("a", 1), ...spoilt }, wholeUnit("c")]);
      expect(results).toEqual([{ type: "committed" }, result, { type: "committed" }]);
      expect(await traceOf(store, "a")).toEqual(before);
      for (const id of ["b", "c"]) {
        expect(await traceOf(store, id)).toMatchObject({
          loaded: { seenInboxIds: [`inbox-${id}-0`], threads: [{ revision: 1 }] },
          bySend: { sends: [{ key: `${id}-1-2` }], parkedReceipts: [{ messageId: `early.${id}` }] },
          timers: [{ conversationId: `${id}-1` }],
          byTopic: { topics: [{ conversationId: `${id}-1` }], threads: [{ revision: 1 }] },
          tasks: [{ key: `${id}-1-3` }],
          posts: [{ id: `post-${id}` }],
          contact: { id, name: "Name 0" },
          conversation: { id: `${id}-1` },
          journal: [{ conversationId: `${id}-1` }],
        });
      }
    });
  }

  testStore("commits a thousand units in one call", async (store) => {
    const ids = Array.from({ length: 1_000 }, (_, index) => `thread-${index}`);
    const results = await store.commit(ids.map((id) => wholeUnit(id)));
    expect(results).toHaveLength(1_000);
    expect(results.every(({ type }) => type === "committed")).toBe(true);
    const aliases = ids.map((id) => ({ appId: "app-1", identity: `wa:${id}` }));
    const { threads } = await load(store, { aliases });
    expect(threads.map(({ thread: { id } }) => id).toSorted()).toEqual(ids.toSorted());
  });

  testStore("answers a thousand concurrent calls, each with its own result", async (store) => {
    const ids = Array.from({ length: 1_000 }, (_, index) => `thread-${index}`);
    const unitsOf = (id: string, index: number): CommitUnit[] => [
      { thread: { expectedRevision: 0, state: thread(id) } },
      { thread: { expectedRevision: index % 2, state: thread(id) } },
    ];
    const results = await Promise.all(ids.map((id, index) => store.commit(unitsOf(id, index))));
    const expected = ids.map((_, index) => ["committed", index % 2 === 0 ? "conflict" : "committed"]);
    expect(results.map((pair) => pair.map(({ type }) => type))).toEqual(expected);
  });

  testStore("does what is asked in the order in which it is asked", async (store) => {
    const commit = store.commit([wholeUnit("a")]);
    const loaded = load(store, { threadIds: ["a"] });
    const queued = store.queuedSends({ after: 0, limit: 10 });
    expect((await loaded).threads).toHaveLength(1);
    expect(await queued).toHaveLength(1);
    await commit;
  });
}

const unstorable = { payload: 1n } as never;

const spoiltUnits: readonly (readonly [sentence: string, spoilt: CommitUnit, result: unknown])[] = [
  [
    "whose event was taken before",
    {
      inbox: [
        { id: "fresh", receivedAt: 1 },
        { id: "taken", receivedAt: 1 },
      ],
    },
    { type: "conflict" },
  ],
  [
    "whose thread was changed since",
    { thread: { expectedRevision: 3, state: thread("a", { conversationCount: 7 }) } },
    { type: "conflict" },
  ],
  ["that cannot be stored", { unrouted: [unstorable] }, { type: "failed", reason: expect.stringMatching(/./) }],
];

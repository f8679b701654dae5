import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { timer } from "./sample-rows.ts";

/** Durable wake-ups. */
export function describeTimers(testStore: TestStore): void {
  testStore("gives the timers that are due, the soonest first", async (store) => {
    const times = [5_000, 1_000, 4_000, 2_000, 3_000];
    const timers = times.map((firesAt) => timer(`t${firesAt}`, { firesAt }));
    await store.commit([{ setTimers: timers }]);
    const due = await store.dueTimers({ until: 4_000, limit: 10 });
    expect(due).toEqual([1_000, 2_000, 3_000, 4_000].map((firesAt) => timer(`t${firesAt}`, { firesAt })));
    expect((await store.dueTimers({ until: 4_000, limit: 2 })).map(({ firesAt }) => firesAt)).toEqual([1_000, 2_000]);
    expect(await store.dueTimers({ until: 999, limit: 10 })).toEqual([]);
  });

  testStore("says when the soonest timer fires", async (store) => {
    expect(await store.nextTimerAt()).toBeUndefined();
    await store.commit([{ setTimers: [timer("a", { firesAt: 3_000 }), timer("b", { firesAt: 2_000 })] }]);
    expect(await store.nextTimerAt()).toBe(2_000);
    await store.commit([{ cancelTimers: [{ conversationId: "thread-1-1", timerId: "b" }] }]);
    expect(await store.nextTimerAt()).toBe(3_000);
    await store.commit([{ cancelTimers: [{ conversationId: "thread-1-1", timerId: "a" }] }]);
    expect(await store.nextTimerAt()).toBeUndefined();
  });

  testStore("replaces a timer of the same conversation and id", async (store) => {
    await store.commit([{ setTimers: [timer("a"), timer("a", { conversationId: "thread-2-1" })] }]);
    const replaced = timer("a", { generation: 2, firesAt: 9_000 });
    await store.commit([{ setTimers: [replaced] }]);
    const due = await store.dueTimers({ until: 9_000, limit: 10 });
    expect(due).toEqual([timer("a", { conversationId: "thread-2-1" }), replaced]);
    expect(await store.dueTimers({ until: 2_000, limit: 10 })).toHaveLength(1);
  });

  testStore("cancels a timer, and takes no offence at one that is not there", async (store) => {
    await store.commit([{ setTimers: [timer("a"), timer("b")] }]);
    const cancelTimers = [
      { conversationId: "thread-1-1", timerId: "a" },
      { conversationId: "thread-2-1", timerId: "b" },
    ];
    expect(await store.commit([{ cancelTimers }])).toEqual([{ type: "committed" }]);
    expect(await store.dueTimers({ until: 9_000, limit: 10 })).toEqual([timer("b")]);
  });

  testStore("sets a timer anew that the same unit cancels", async (store) => {
    await store.commit([{ setTimers: [timer("a")] }]);
    const again = timer("a", { generation: 2 });
    await store.commit([{ setTimers: [again], cancelTimers: [{ conversationId: "thread-1-1", timerId: "a" }] }]);
    expect(await store.dueTimers({ until: 9_000, limit: 10 })).toEqual([again]);
  });
}

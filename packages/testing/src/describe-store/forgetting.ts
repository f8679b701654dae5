import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { post, task, taskDone } from "./sample-records.ts";
import { load, parkedReceipt } from "./sample-rows.ts";

/** What is not kept for ever. */
export function describeForgetting(testStore: TestStore): void {
  testStore("forgets events and receipts from before a time, so many at once, and counts them", async (store) => {
    await store.commit([
      {
        inbox: [1, 2, 3].map((receivedAt) => ({ id: `event-${receivedAt}`, receivedAt })),
        parkReceipts: [1, 2, 3, 4].map((parkedAt) => parkedReceipt(`wamid.${parkedAt}`, { parkedAt })),
      },
    ]);
    expect(await store.forgetBefore(1, 10)).toBe(0);
    expect(await store.forgetBefore(3, 1)).toBe(2);
    expect(await store.forgetBefore(3, 10)).toBe(2);
    expect(await store.forgetBefore(3, 10)).toBe(0);
    const names = [1, 2, 3, 4];
    const loaded = await load(store, {
      inboxIds: names.map((name) => `event-${name}`),
      messageIds: names.map((name) => `wamid.${name}`),
    });
    expect(loaded.seenInboxIds).toEqual(["event-3"]);
    expect(loaded.parkedReceipts.map(({ parkedAt }) => parkedAt)).toEqual([3, 4]);
  });

  testStore("forgets the finished posts from before a time, so many at once, and never a queued one", async (store) => {
    const made = (createdAt: number, state: "queued" | "done" | "failed") =>
      post(`${state}-${createdAt}`, { createdAt, state });
    const states = ["queued", "done", "failed"] as const;
    await store.commit([{ posts: [1, 2, 3].flatMap((createdAt) => states.map((state) => made(createdAt, state))) }]);
    expect(await store.forgetBefore(1, 10)).toBe(0);
    expect(await store.forgetBefore(3, 3)).toBe(3);
    expect(await store.forgetBefore(3, 3)).toBe(1);
    expect(await store.forgetBefore(3, 3)).toBe(0);
    expect((await store.counts()).failedPosts).toBe(1);
    const queued = await store.duePosts({ until: 1_000, limit: 10 });
    expect(queued.map(({ id }) => id)).toEqual(["queued-1", "queued-2", "queued-3"]);
    expect(await store.forgetBefore(4, 3)).toBe(2);
    expect((await store.counts()).failedPosts).toBe(0);
  });

  testStore("forgets the tasks done from before a time, so many at once, and never a queued one", async (store) => {
    const createdAts = [1, 2, 3];
    const done = createdAts.map((createdAt) => taskDone(`done-${createdAt}`, { createdAt }));
    const queued = createdAts.map((createdAt) => task(`queued-${createdAt}`, { createdAt }));
    await store.commit([{ tasks: [...done, ...queued] }]);
    expect(await store.forgetBefore(1, 10)).toBe(0);
    expect(await store.forgetBefore(3, 1)).toBe(1);
    expect(await store.forgetBefore(3, 10)).toBe(1);
    expect(await store.forgetBefore(9, 10)).toBe(1);
    expect(await store.forgetBefore(9, 10)).toBe(0);
    expect(await store.queuedTasks({ after: "", limit: 10 })).toEqual(queued);
  });
}

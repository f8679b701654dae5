import { expect } from "vitest";
import type { Store } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { post } from "./sample-records.ts";

/** Reports owed to URLs of customers'. */
export function describePosts(testStore: TestStore): void {
  testStore(
    "gives the posts that are due, the soonest first, and of one moment the first that was owed",
    async (store) => {
      const due = [
        ["late", 5_000],
        ["b", 3_000],
        ["soon", 1_000],
        ["a", 3_000],
      ] as const;
      await store.commit(due.map(([id, nextAttemptAt]) => ({ posts: [post(id, { nextAttemptAt })] })));
      expect(await idsOfDue(store, 4_000)).toEqual(["soon", "b", "a"]);
      expect(await store.duePosts({ until: 1_000, limit: 10 })).toEqual([post("soon")]);
      expect(await store.duePosts({ until: 999, limit: 10 })).toEqual([]);
      expect((await store.duePosts({ until: 9_000, limit: 2 })).map(({ id }) => id)).toEqual(["soon", "b"]);
    },
  );

  testStore("keeps the order of posts that are tried again at one moment", async (store) => {
    await store.commit([{ posts: [post("b"), post("c"), post("a")] }]);
    await store.commit([{ posts: [post("a", { attempts: 1 }), post("c", { attempts: 1 })] }]);
    expect(await idsOfDue(store, 1_000)).toEqual(["b", "c", "a"]);
  });

  testStore("says when the soonest queued post is due", async (store) => {
    expect(await store.nextPostAt()).toBeUndefined();
    const done = post("done", { nextAttemptAt: 1, state: "done" });
    await store.commit([{ posts: [post("a", { nextAttemptAt: 3_000 }), post("b", { nextAttemptAt: 2_000 }), done] }]);
    expect(await store.nextPostAt()).toBe(2_000);
    await store.commit([{ posts: [post("b", { state: "done" })] }]);
    expect(await store.nextPostAt()).toBe(3_000);
    await store.commit([{ posts: [post("a", { state: "failed", reason: "Status 500." })] }]);
    expect(await store.nextPostAt()).toBeUndefined();
  });

  testStore("owes a report once, and keeps the last of its rows", async (store) => {
    await store.commit([{ posts: [post("a"), post("a", { attempts: 1, nextAttemptAt: 2_000 })] }]);
    await store.commit([{ posts: [post("a", { attempts: 2, nextAttemptAt: 3_000 })] }]);
    const due = await store.duePosts({ until: 9_000, limit: 10 });
    expect(due).toEqual([post("a", { attempts: 2, nextAttemptAt: 3_000 })]);
  });

  testStore("counts the posts that were given up, until they are tried again", async (store) => {
    const failed = (id: string) => post(id, { state: "failed", reason: "Status 500." });
    await store.commit([{ posts: [failed("a"), failed("b"), post("c"), post("d", { state: "done" })] }]);
    expect(await store.counts()).toEqual({ unrouted: 0, deadLetters: 0, failedPosts: 2 });
    await store.commit([{ posts: [post("a")] }]);
    expect((await store.counts()).failedPosts).toBe(1);
    expect(await idsOfDue(store, 1_000)).toEqual(["a", "c"]);
  });
}

async function idsOfDue(store: Store, until: number): Promise<string[]> {
  return (await store.duePosts({ until, limit: 10 })).map(({ id }) => id);
}

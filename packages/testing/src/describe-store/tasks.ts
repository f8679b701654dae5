import { expect } from "vitest";
import type { Store } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { task, taskDone } from "./sample-records.ts";

/** Work owed to the world. */
export function describeTasks(testStore: TestStore): void {
  testStore("gives the tasks that are queued by key, page by page", async (store) => {
    await store.commit([{ tasks: [task("b-1-2"), task("a-1-10")] }, { tasks: [task("a-1-9"), taskDone("a-1-1")] }]);
    expect(await keysOf(store, "", 10)).toEqual(["a-1-10", "a-1-9", "b-1-2"]);
    expect(await keysOf(store, "", 2)).toEqual(["a-1-10", "a-1-9"]);
    expect(await keysOf(store, "a-1-9", 2)).toEqual(["b-1-2"]);
    expect(await keysOf(store, "b-1-2", 2)).toEqual([]);
    expect(await store.queuedTasks({ after: "a-1-9", limit: 10 })).toEqual([task("b-1-2")]);
  });

  testStore("owes a task once, and no more once it is done", async (store) => {
    await store.commit([{ tasks: [task("a"), task("a", { createdAt: 2_000 })] }]);
    expect(await store.queuedTasks({ after: "", limit: 10 })).toEqual([task("a", { createdAt: 2_000 })]);
    await store.commit([{ tasks: [taskDone("a")] }]);
    expect(await keysOf(store, "", 10)).toEqual([]);
    await store.commit([{ tasks: [taskDone("a"), taskDone("never-queued")] }]);
    expect(await keysOf(store, "", 10)).toEqual([]);
  });
}

async function keysOf(store: Store, after: string, limit: number): Promise<string[]> {
  return (await store.queuedTasks({ after, limit })).map(({ key }) => key);
}

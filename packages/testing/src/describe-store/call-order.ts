import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { alias, load, thread } from "./sample-rows.ts";

/** Calls take effect in the order in which they are made. */
export function describeCallOrder(testStore: TestStore): void {
  testStore("reads what was asked before it, also when nobody waited for that", async (store) => {
    const first = store.commit([
      { thread: { expectedRevision: 0, state: thread("a") }, aliases: [alias("wa:a", "a")] },
    ]);
    const between = load(store, { threadIds: ["a"] });
    const second = store.commit([{ thread: { expectedRevision: 1, state: thread("a", { conversationCount: 5 }) } }]);
    const after = load(store, { threadIds: ["a"] });
    expect(await first).toEqual([{ type: "committed" }]);
    expect((await between).threads).toEqual([{ revision: 1, thread: thread("a") }]);
    expect(await second).toEqual([{ type: "committed" }]);
    expect((await after).threads[0]).toMatchObject({ revision: 2, thread: { conversationCount: 5 } });
  });
}

import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { alias, load } from "./sample-rows.ts";

/** The names under which threads are found. */
export function describeAliases(testStore: TestStore): void {
  testStore("tells the identities of one app from those of another", async (store) => {
    await store.commit([{ aliases: [alias("wa:1", "a"), { appId: "app-2", identity: "wa:1", threadId: "b" }] }]);
    const { aliases } = await load(store, { aliases: [{ appId: "app-2", identity: "wa:1" }] });
    expect(aliases).toEqual([{ appId: "app-2", identity: "wa:1", threadId: "b" }]);
  });

  testStore("points an alias elsewhere", async (store) => {
    await store.commit([{ aliases: [alias("wa:1", "a")] }]);
    await store.commit([{ aliases: [alias("wa:1", "b")] }]);
    const { aliases } = await load(store, { aliases: [{ appId: "app-1", identity: "wa:1" }] });
    expect(aliases).toEqual([alias("wa:1", "b")]);
  });
}

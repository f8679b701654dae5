import { expect } from "vitest";
import type { Loaded } from "@parley/store";
import type { TestStore } from "../describe-store.ts";
import { alias, load, parkedReceipt, send, thread } from "./sample-rows.ts";

const nothing: Loaded = { seenInboxIds: [], aliases: [], sends: [], parkedReceipts: [], topics: [], threads: [] };

/** What a batch of events needs, found by every name it may come under. */
export function describeLoad(testStore: TestStore): void {
  testStore("finds nothing where nothing is", async (store) => {
    expect(await load(store, {})).toEqual(nothing);
    const request = {
      inboxIds: ["wamid.1"],
      aliases: [{ appId: "app-1", identity: "wa:1" }],
      threadIds: ["a"],
      sendKeys: ["a-1-1"],
      messageIds: ["wamid.1"],
      topics: ["x"],
    };
    expect(await load(store, request)).toEqual(nothing);
  });

  testStore("finds threads by their ids, aliases and sends", async (store) => {
    const ids = ["by-id", "by-alias", "by-key", "by-message", "unasked"];
    await store.commit(ids.map((id) => ({ thread: { expectedRevision: 0, state: thread(id) } })));
    const sends = [
      send("key-1", { threadId: "by-key" }),
      send("key-2", { threadId: "by-message", messageId: "wamid.2" }),
    ];
    const aliases = [alias("wa:1", "by-alias"), alias("wa:2", "unasked")];
    await store.commit([{ aliases, sends }]);
    const loaded = await load(store, {
      threadIds: ["by-id", "unknown"],
      aliases: [{ appId: "app-1", identity: "wa:1" }],
      sendKeys: ["key-1"],
      messageIds: ["wamid.2"],
    });
    expect(loaded.threads.map(({ thread: { id } }) => id).toSorted()).toEqual(ids.slice(0, 4).toSorted());
    expect(loaded.aliases).toEqual([alias("wa:1", "by-alias")]);
    expect(loaded.sends.toSorted((left, right) => (left.key < right.key ? -1 : 1))).toEqual(sends);
  });

  testStore("gives no row twice, however often and by however many names it is asked for", async (store) => {
    await store.commit([
      {
        thread: { expectedRevision: 0, state: thread("a") },
        inbox: [{ id: "wamid.in", receivedAt: 1_000 }],
        aliases: [alias("wa:1", "a"), alias("bs:1", "a")],
        sends: [send("a-1-1", { threadId: "a", messageId: "wamid.1" })],
        parkReceipts: [parkedReceipt("wamid.1")],
        topics: [{ threadId: "a", conversationId: "a-1", topics: ["x"] }],
      },
    ]);
    const aliases = [alias("wa:1", "a"), alias("wa:1", "a"), alias("bs:1", "a")];
    const loaded = await load(store, {
      inboxIds: ["wamid.in", "wamid.in"],
      aliases,
      threadIds: ["a", "a"],
      sendKeys: ["a-1-1", "a-1-1"],
      messageIds: ["wamid.1", "wamid.1"],
      topics: ["x", "x"],
    });
    const { aliases: found, ...others } = loaded;
    expect(found).toHaveLength(2);
    expect(Object.values(others).map((rows) => rows.length)).toEqual([1, 1, 1, 1, 1]);
  });
}

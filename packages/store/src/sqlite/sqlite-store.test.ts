import { statSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { describeStore } from "@parley/testing";
import { describe, expect, test, vi } from "vitest";
import type { SaveDraft } from "../flow-store.ts";
import { createDataFolder } from "./data-folder.test-support.ts";
import { plantFailingWrite } from "./failing-write.test-support.ts";
import { openSqliteStore } from "./sqlite-store.ts";

describeStore("a store in SQLite", async () => {
  const folder = createDataFolder();
  const options = { path: folder.file };
  let store = await openSqliteStore(options);
  return {
    store,
    reopen: async (fault) => {
      await store.close();
      plantFailingWrite(folder.file, fault?.failingWrite);
      store = await openSqliteStore(options);
      return store;
    },
    dispose: async () => {
      await store.close();
      folder[Symbol.dispose]();
    },
  };
});

describe("It is true that a store in SQLite", () => {
  test("keeps the newest 10,000 unrouted updates", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    const update = { connectionId: "connection-1", phoneNumberId: "106540352242922", payload: {} };
    const unrouted = Array.from({ length: 10_003 }, (_, receivedAt) => ({ ...update, receivedAt }));
    await store.commit([{ unrouted: unrouted.slice(0, 9_000) }, { unrouted: unrouted.slice(9_000) }]);
    await store.close();
    using file = new DatabaseSync(folder.file);
    const kept = file.prepare("SELECT row FROM unrouted ORDER BY number").all();
    expect(kept.map(({ row }) => JSON.parse(String(row)) as unknown)).toEqual(unrouted.slice(3));
  });

  test("copies its log into the file while nobody asks for anything", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    const row = { threadId: "a", conversationId: "a-1", at: 1, entries: [], effects: [] };
    const event = { type: "message-dropped", messageId: "wamid.1", reason: "x".repeat(500_000) } as const;
    await store.commit([{ journal: [{ ...row, event }] }]);
    expect(statSync(folder.file).size).toBeLessThan(500_000);
    await vi.waitFor(() => expect(statSync(folder.file).size).toBeGreaterThan(500_000), { timeout: 5_000 });
    await store.close();
  });

  test("rejects a draft that cannot be stored", async () => {
    using folder = createDataFolder();
    const store = await openSqliteStore({ path: folder.file });
    const draft: SaveDraft["draft"] = {
      format: "parley.flow/1",
      id: "a",
      name: "A",
      description: "",
      nodes: [],
      edges: [],
    };
    const save = store.flows.saveDraft({ draft, expectedRevision: 0, at: Number.NaN });
    await expect(save).rejects.toMatchObject({ name: "StoreError", code: "unexpected" });
    expect(await store.flows.list()).toEqual([]);
    await store.close();
  });
});

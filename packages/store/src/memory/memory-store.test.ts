import { describeStore } from "@parley/testing";
import { describe, expect, test } from "vitest";
import { createMemoryData } from "./memory-data.ts";
import { createMemoryStore } from "./memory-store.ts";

describeStore("a store in memory", async () => {
  const data = createMemoryData();
  let store = createMemoryStore({ data });
  return {
    store,
    reopen: async () => {
      await store.close();
      store = createMemoryStore({ data });
      return store;
    },
    dispose: () => store.close(),
  };
});

describe("It is true that a store in memory", () => {
  test("knows that the one before it on its data was not closed", () => {
    const data = createMemoryData();
    expect(createMemoryStore({ data }).wasClosedCleanly).toBe(true);
    expect(createMemoryStore({ data }).wasClosedCleanly).toBe(false);
  });

  test("says of its predecessor what it is told to say", () => {
    expect(createMemoryStore({ wasClosedCleanly: false }).wasClosedCleanly).toBe(false);
    expect(createMemoryStore().wasClosedCleanly).toBe(true);
  });

  test("keeps the newest 10,000 unrouted updates", async () => {
    const data = createMemoryData();
    const store = createMemoryStore({ data });
    const update = { connectionId: "connection-1", phoneNumberId: "106540352242922", payload: {} };
    const unrouted = Array.from({ length: 10_003 }, (_, receivedAt) => ({ ...update, receivedAt }));
    await store.commit([{ unrouted: unrouted.slice(0, 9_000) }, { unrouted: unrouted.slice(9_000) }]);
    expect(data.unrouted).toEqual(unrouted.slice(3));
  });
});

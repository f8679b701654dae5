import { describeStore } from "@parley/testing";
import { describe, expect, test } from "vitest";
import type { CommitUnit } from "../index.ts";
import { createMemoryData } from "./memory-data.ts";
import { createMemoryStore } from "./memory-store.ts";

describeStore("a store in memory", async () => {
  const data = createMemoryData();
  let store = createMemoryStore({ data });
  return {
    store,
    reopen: async ({ failingWrite } = { failingWrite: 0 }) => {
      await store.close();
      store = createMemoryStore({ data });
      return { ...store, commit: (units) => store.commit(units.map((unit) => withFailingRow(unit, failingWrite))) };
    },
    dispose: () => store.close(),
  };
});

/** Nothing in memory fails but to copy a row, so the row of that number in the unit is one that cannot be copied. */
function withFailingRow({ thread, ...lists }: CommitUnit, failingWrite: number): CommitUnit {
  let count = 0;
  const failing = {
    toJSON: () => {
      throw new Error("This row cannot be copied.");
    },
  };
  const failAtTurn = (row: unknown): unknown => ((count += 1) === failingWrite ? failing : row);
  return {
    ...(thread && { thread: { ...thread, state: failAtTurn(thread.state) } }),
    ...Object.fromEntries(Object.entries(lists).map(([name, rows]) => [name, rows.map(failAtTurn)])),
  } as CommitUnit;
}

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

import { expect } from "vitest";
import type { TestStore } from "../describe-store.ts";
import { load, send } from "./sample-rows.ts";

/** The outbox. */
export function describeSends(testStore: TestStore): void {
  testStore("gives queued sends in order of their sequence, page by page", async (store) => {
    const sequences = [7, 3, 9, 1, 5];
    await store.commit(sequences.map((sequence) => ({ sends: [send(`s${sequence}`, { sequence })] })));
    const pages = [
      await store.queuedSends({ after: 0, limit: 2 }),
      await store.queuedSends({ after: 3, limit: 2 }),
      await store.queuedSends({ after: 7, limit: 2 }),
      await store.queuedSends({ after: 9, limit: 2 }),
    ];
    expect(pages.map((page) => page.map(({ sequence }) => sequence))).toEqual([[1, 3], [5, 7], [9], []]);
    expect(pages[2]).toEqual([send("s9", { sequence: 9 })]);
  });

  testStore("lets a send leave the queue when its state changes, and come back", async (store) => {
    const queued = async () => (await store.queuedSends({ after: 0, limit: 10 })).map(({ key }) => key);
    await store.commit([{ sends: [send("a"), send("b", { sequence: 2 }), send("c", { sequence: 3 })] }]);
    const accepted = send("a", { state: "accepted", attempts: 1, messageId: "wamid.a" });
    await store.commit([{ sends: [accepted, send("b", { sequence: 2, state: "failed", reason: "No route." })] }]);
    expect(await queued()).toEqual(["c"]);
    expect((await load(store, { sendKeys: ["a"] })).sends).toEqual([accepted]);
    await store.commit([{ sends: [send("b", { sequence: 4, attempts: 1 })] }]);
    expect(await queued()).toEqual(["c", "b"]);
  });

  testStore("finds a send by its provider's id from the moment that is known", async (store) => {
    await store.commit([{ sends: [send("a")] }]);
    expect((await load(store, { messageIds: ["wamid.a"] })).sends).toEqual([]);
    const accepted = send("a", { state: "accepted", messageId: "wamid.a", status: "delivered", ambiguousSince: 5 });
    await store.commit([{ sends: [accepted] }]);
    expect((await load(store, { messageIds: ["wamid.a"] })).sends).toEqual([accepted]);
    expect((await load(store, { sendKeys: ["wamid.a"], messageIds: ["a"] })).sends).toEqual([]);
  });

  testStore("keeps the last of several rows of one send", async (store) => {
    await store.commit([{ sends: [send("a"), send("a", { attempts: 1 })] }, { sends: [send("a", { attempts: 2 })] }]);
    expect(await store.queuedSends({ after: 0, limit: 10 })).toEqual([send("a", { attempts: 2 })]);
  });

  testStore("knows the last sequence in the queue, and how many sends were given up", async (store) => {
    expect(await store.lastQueuedSequence()).toBe(0);
    const rows = [
      send("a", { sequence: 5 }),
      send("b", { sequence: 9, state: "accepted" }),
      send("c", { sequence: 3 }),
    ];
    await store.commit([{ sends: [...rows, send("d", { sequence: 12, state: "failed", reason: "No route." })] }]);
    expect(await store.lastQueuedSequence()).toBe(5);
    expect(await store.counts()).toEqual({ unrouted: 0, deadLetters: 1, failedPosts: 0 });
  });

  testStore("counts the updates it keeps for nobody", async (store) => {
    const row = { connectionId: "c", phoneNumberId: "1", payload: { text: "hi" }, receivedAt: 1 };
    await store.commit([{ unrouted: [row, row] }, { unrouted: [row] }]);
    expect(await store.counts()).toEqual({ unrouted: 3, deadLetters: 0, failedPosts: 0 });
  });
}
